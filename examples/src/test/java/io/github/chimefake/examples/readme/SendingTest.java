package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.ACCESS_DENIED;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class SendingTest {

    @Test
    void tellsRefusalsApart(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser alice = chime.user("alice");
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        ChimeChannel general = chime.channel("general").members(alice).create();

        assertThat(send(client, alice, general)).isEqualTo("sent");

        // Nobody registered this user: the real service's own 401.
        assertThat(send(client, ghost, general)).isEqualTo("rejected");

        // Everything is in order, and yet the next call is refused.
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT);
        assertThat(send(client, alice, general)).isEqualTo("rejected");

        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(ACCESS_DENIED);
        assertThat(send(client, alice, general)).isEqualTo("policy");

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(ghost).withError(UNAUTHORIZED_CLIENT);
    }

    /** The code under test. */
    static String send(ChimeSdkMessagingClient client, ChimeUser author, ChimeChannel channel) {
        try {
            client.sendChannelMessage(request -> request.channelArn(channel.arn())
                    .chimeBearer(author.arn())
                    .content("hello")
                    .type("STANDARD")
                    .persistence("PERSISTENT"));
            return "sent";
        } catch (UnauthorizedClientException e) { // 401: the bearer is no user of the chat
            return "rejected";
        } catch (ForbiddenException e) { // 403: the user's role does not allow it
            return "not allowed";
        } catch (ChimeSdkMessagingException e) { // no SDK has a class for IAM's 403
            if (e.awsErrorDetails().errorCode().equals("AccessDeniedException")) {
                return "policy";
            }
            throw e;
        }
    }
}
