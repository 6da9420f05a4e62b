package io.github.chimefake.examples.chat;

import io.github.chimefake.examples.chat.ChatRefusal.Reason;
import io.github.chimefake.examples.chat.ChatResult.Done;
import io.github.chimefake.examples.chat.ChatResult.Refused;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/**
 * The chat service of an application. One back end signs the requests of all users; the bearer of each request is the user.
 * Users and channels are identified by ARN.
 */
public final class ChatService {
    private static final int LARGEST_PAGE = 50;

    private final ChimeSdkMessagingClient client;
    private final int pageSize;

    /** Creates a service with pages of the largest size. */
    public ChatService(ChimeSdkMessagingClient client) {
        this(client, LARGEST_PAGE);
    }

    /**
     * Creates a service with pages of the given size.
     *
     * @param pageSize 1 to 50 messages
     */
    public ChatService(ChimeSdkMessagingClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    /** Creates a channel, of which the host becomes a member and moderator. Returns its ARN. */
    public ChatResult<String> open(String host, String appInstance, String name, ChannelPrivacy privacy) {
        return attempt(() -> client.createChannel(request -> request.appInstanceArn(appInstance)
                        .name(name)
                        .privacy(privacy)
                        .chimeBearer(host))
                .channelArn());
    }

    /** Makes the guest a member. In a public channel, users may add themselves. Returns the guest's ARN. */
    public ChatResult<String> add(String host, String channel, String guest) {
        return attempt(() -> {
            try {
                client.createChannelMembership(request -> request.channelArn(channel)
                        .memberArn(guest)
                        .type(ChannelMembershipType.DEFAULT)
                        .chimeBearer(host));
            } catch (ConflictException e) {
                // The guest is a member already.
            }
            return guest;
        });
    }

    /** Ends the membership of a user, which may be the host. Returns the user's ARN. */
    public ChatResult<String> remove(String host, String channel, String member) {
        return attempt(() -> {
            try {
                client.deleteChannelMembership(
                        request -> request.channelArn(channel).memberArn(member).chimeBearer(host));
            } catch (ConflictException | NotFoundException e) {
                // The user is not a member.
            }
            return member;
        });
    }

    /** Bans a user, which ends its membership. Returns the user's ARN. */
    public ChatResult<String> ban(String host, String channel, String user) {
        return attempt(() -> client.createChannelBan(
                        request -> request.channelArn(channel).memberArn(user).chimeBearer(host))
                .member()
                .arn());
    }

    /** Removes a ban. The user does not become a member again by that. Returns the user's ARN. */
    public ChatResult<String> pardon(String host, String channel, String user) {
        return attempt(() -> {
            client.deleteChannelBan(
                    request -> request.channelArn(channel).memberArn(user).chimeBearer(host));
            return user;
        });
    }

    /** Makes a member a moderator. Returns the member's ARN. */
    public ChatResult<String> promote(String host, String channel, String member) {
        return attempt(() -> client.createChannelModerator(request ->
                        request.channelArn(channel).channelModeratorArn(member).chimeBearer(host))
                .channelModerator()
                .arn());
    }

    /** Removes a moderator. Returns the moderator's ARN. */
    public ChatResult<String> demote(String host, String channel, String moderator) {
        return attempt(() -> {
            client.deleteChannelModerator(request ->
                    request.channelArn(channel).channelModeratorArn(moderator).chimeBearer(host));
            return moderator;
        });
    }

    /** Posts a message. Returns its id. */
    public ChatResult<String> post(String author, String channel, String text) {
        return attempt(() -> client.sendChannelMessage(request -> request.channelArn(channel)
                        .content(text)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT)
                        .chimeBearer(author))
                .messageId());
    }

    /** Changes the text of a message of the author. Returns its id. */
    public ChatResult<String> edit(String author, String channel, String messageId, String text) {
        return attempt(() -> client.updateChannelMessage(request -> request.channelArn(channel)
                        .messageId(messageId)
                        .content(text)
                        .chimeBearer(author))
                .messageId());
    }

    /** Redacts a message, which keeps its place. Authors and moderators may do so. Returns its id. */
    public ChatResult<String> redact(String moderator, String channel, String messageId) {
        return attempt(() -> client.redactChannelMessage(request ->
                        request.channelArn(channel).messageId(messageId).chimeBearer(moderator))
                .messageId());
    }

    /** Deletes a message. Only administrators of the app instance may do so. Returns its id. */
    public ChatResult<String> delete(String admin, String channel, String messageId) {
        return attempt(() -> {
            client.deleteChannelMessage(
                    request -> request.channelArn(channel).messageId(messageId).chimeBearer(admin));
            return messageId;
        });
    }

    /** Reads the first page of a channel. */
    public ChatResult<MessagePage> read(String reader, String channel) {
        return read(reader, channel, Optional.empty());
    }

    /** Reads the page of the token. */
    public ChatResult<MessagePage> read(String reader, String channel, String nextToken) {
        return read(reader, channel, Optional.of(nextToken));
    }

    private ChatResult<MessagePage> read(String reader, String channel, Optional<String> nextToken) {
        return attempt(() -> {
            ListChannelMessagesResponse response = client.listChannelMessages(request -> request.channelArn(channel)
                    .sortOrder(SortOrder.ASCENDING)
                    .maxResults(pageSize)
                    .nextToken(nextToken.orElse(null))
                    .chimeBearer(reader));
            return new MessagePage(
                    response.channelMessages().stream().map(ChatMessage::of).toList(),
                    Optional.ofNullable(response.nextToken()));
        });
    }

    /**
     * Returns all messages of a channel, oldest first. The first page is read immediately, the others when the stream needs them.
     *
     * @throws ChatRefusedException if reading a page fails, now or later
     */
    public Stream<ChatMessage> history(String reader, String channel) {
        return Stream.iterate(
                        Optional.of(read(reader, channel).orElseThrow()),
                        Optional::isPresent,
                        page -> page.flatMap(MessagePage::nextToken)
                                .map(token -> read(reader, channel, token).orElseThrow()))
                .flatMap(page -> page.orElseThrow().messages().stream());
    }

    private static <T> ChatResult<T> attempt(Supplier<T> call) {
        try {
            return new Done<>(call.get());
        } catch (UnauthorizedClientException e) { // 401: the bearer is no user of the chat
            return refused(Reason.IDENTITY_REJECTED, e);
        } catch (ForbiddenException e) { // 403: the user is known, but the role does not allow it
            return refused(Reason.NOT_ALLOWED, e);
        } catch (ChimeSdkMessagingException e) { // 403, and no class of its own: IAM's and the signature's refusals
            return refused(
                    unmodelledReason(detail(e, AwsErrorDetails::errorCode)).orElseThrow(() -> e), e);
        }
    }

    private static Optional<Reason> unmodelledReason(String errorCode) {
        return switch (errorCode) {
            case "AccessDeniedException" -> Optional.of(Reason.POLICY_LACKS_PERMISSION);
            case "ExpiredTokenException" -> Optional.of(Reason.CREDENTIALS_EXPIRED);
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "MissingAuthenticationTokenException",
                    "IncompleteSignatureException" -> Optional.of(Reason.CREDENTIALS_INVALID);
            default -> Optional.empty();
        };
    }

    private static <T> ChatResult<T> refused(Reason reason, ChimeSdkMessagingException e) {
        return new Refused<>(new ChatRefusal(
                reason,
                detail(e, AwsErrorDetails::errorCode),
                detail(e, AwsErrorDetails::errorMessage),
                Optional.ofNullable(e.requestId()).orElse("")));
    }

    /** Returns a detail of the error; empty if the response is not one of the service, for example the page of a proxy. */
    private static String detail(ChimeSdkMessagingException e, Function<AwsErrorDetails, String> detail) {
        return Optional.ofNullable(e.awsErrorDetails()).map(detail).orElse("");
    }
}
