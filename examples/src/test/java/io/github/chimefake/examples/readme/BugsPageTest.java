package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class BugsPageTest {
    /** The code under test. */
    record Chat(ChimeSdkMessagingClient client, ChimeChannel channel) {
        String post(String author) {
            try {
                client.sendChannelMessage(request -> request.channelArn(channel.arn())
                        .chimeBearer(author)
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
                return "sent";
            } catch (UnauthorizedClientException e) { // 401: the bearer is not a registered user
                return "sign up first";
            } catch (ForbiddenException e) { // 403: the role of the user does not allow it
                return "not allowed";
            } catch (ChimeSdkMessagingException e) { // 403 of IAM and of credentials: the SDK has no class
                return switch (e.awsErrorDetails().errorCode()) {
                    case "AccessDeniedException" -> "the policy lacks a permission";
                    case "ExpiredTokenException" -> "sign in again";
                    default -> throw e;
                };
            }
        }

        List<String> history(String reader) {
            return client
                    .listChannelMessagesPaginator(request -> request.channelArn(channel.arn())
                            .chimeBearer(reader)
                            .maxResults(2))
                    .stream()
                    .flatMap(page -> page.channelMessages().stream())
                    .map(ChannelMessageSummary::content)
                    .toList();
        }
    }

    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;
    private final Chat chat;

    BugsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice).create();
        this.chat = new Chat(client, general);
    }

    @Test
    void unregisteredUser() {
        ChimeUser imported = chime.appInstance().unregistered("imported");
        assertThat(chat.post(imported.arn())).isEqualTo("sign up first");
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(imported);
    }

    @Test
    void denialOfIam() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(ACCESS_DENIED);
        assertThat(chat.post(alice.arn())).isEqualTo("the policy lacks a permission");
    }

    @Test
    void expiredCredentials() {
        chime.credentials().expireNow();
        assertThat(chat.post(alice.arn())).isEqualTo("sign in again");
    }

    @Test
    void wrongRole() {
        assertThat(chat.post(bob.arn())).isEqualTo("not allowed"); // Bob is not a member.
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(bob).inChannel(general);
    }

    @Test
    void retriedDenial() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        chat.post(alice.arn());
        assertThat(chime).received(SendChannelMessageRequest.class).times(1);
    }

    @Test
    void wrongBearer() {
        chat.post(alice.arn());
        assertThat(chime).received(SendChannelMessageRequest.class).by(alice).times(1);
    }

    @Test
    void lostResponse() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse();
        assertThat(chat.post(alice.arn())).isEqualTo("sent");
        assertThat(chat.history(alice.arn())).containsExactly("hello");
    }

    @Test
    void outage() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> chat.post(alice.arn()));
    }

    @Test
    void onlyFirstPage() {
        List.of(1, 2, 3).forEach(number -> chat.post(alice.arn()));
        assertThat(chat.history(alice.arn())).hasSize(3); // The page size is 2.
    }

    @Test
    void staleRead() {
        chime.consistency().on(LIST_CHANNEL_MESSAGES).staleReads(1);
        chat.post(alice.arn());
        assertThat(chat.history(alice.arn())).isEmpty(); // Code that must see the message has to read again.
    }

    @Test
    void throttling() {
        chime.rates().on(SEND_CHANNEL_MESSAGE).perChannel(1);
        chime.clock().freeze();
        Chat eager = new Chat(chime.clients().withoutRetries().client(), general);
        eager.post(alice.arn());
        assertThatExceptionOfType(ThrottledClientException.class).isThrownBy(() -> eager.post(alice.arn()));
    }

    @Test
    void repeatedSignUp() {
        chime.directory().repeatedCreationFails(true);
        ChimeSdkIdentityClient identity = chime.clients().identityClient();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> identity.createAppInstanceUser(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .appInstanceUserId("alice")
                                .name("alice")));
    }

    @Test
    void slowSignUp() {
        chime.directory().newUsersValidAfter(Duration.ofSeconds(5));
        ChimeSdkIdentityClient identity = chime.clients().identityClient();
        String carol = identity.createAppInstanceUser(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .appInstanceUserId("carol")
                                .name("Carol"))
                .appInstanceUserArn();
        assertThat(chat.post(carol)).isEqualTo("sign up first");
    }

    @Test
    void wrongRegion() {
        Chat misplaced = new Chat(
                chime.clients()
                        .configure(ChimeSdkMessagingClient.builder())
                        .region(Region.EU_CENTRAL_1)
                        .build(),
                general);
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> misplaced.post(alice.arn()))
                .matches(e -> e.awsErrorDetails().errorCode().equals("InvalidSignatureException"));
    }
}
