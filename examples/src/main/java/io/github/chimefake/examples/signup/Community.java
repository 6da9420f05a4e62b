package io.github.chimefake.examples.signup;

import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/**
 * The chat of a community, where whoever signs up finds themselves in a lobby and may post there. Its users are known by the
 * ids that the community's own accounts have.
 */
public final class Community {
    private final ChimeSdkIdentityClient identity;
    private final ChimeSdkMessagingClient messaging;
    private final String appInstance;
    private final String lobby;
    private final String host;

    /**
     * A community that exists.
     *
     * @param appInstance the ARN of its app instance
     * @param lobby the ARN of the channel where everybody begins
     * @param host the ARN of a moderator of that channel
     */
    public Community(
            ChimeSdkIdentityClient identity,
            ChimeSdkMessagingClient messaging,
            String appInstance,
            String lobby,
            String host) {
        this.identity = identity;
        this.messaging = messaging;
        this.appInstance = appInstance;
        this.lobby = lobby;
        this.host = host;
    }

    /** Registers a member with the chat and lets them into the lobby; does no harm the second time. */
    public void signUp(String id, String name) {
        try {
            identity.createAppInstanceUser(request ->
                    request.appInstanceArn(appInstance).appInstanceUserId(id).name(name));
        } catch (ConflictException e) {
            // Registered already, by a sign-up that did not come to its end.
        }
        try {
            messaging.createChannelMembership(request -> request.channelArn(lobby)
                    .memberArn(arn(id))
                    .type(ChannelMembershipType.DEFAULT)
                    .chimeBearer(host));
        } catch (software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException e) {
            // In the lobby already. Each service has a ConflictException of its own.
        }
    }

    /** Posts in the lobby, as this member. */
    public Posting post(String id, String content) {
        try {
            messaging.sendChannelMessage(request -> request.channelArn(lobby)
                    .content(content)
                    .type(ChannelMessageType.STANDARD)
                    .persistence(ChannelMessagePersistenceType.PERSISTENT)
                    .chimeBearer(arn(id)));
            return Posting.POSTED;
        } catch (UnauthorizedClientException e) {
            return Posting.AUTHOR_UNKNOWN;
        } catch (ForbiddenException e) {
            return Posting.NOT_ALLOWED;
        }
    }

    private String arn(String id) {
        return appInstance + "/user/" + id;
    }
}
