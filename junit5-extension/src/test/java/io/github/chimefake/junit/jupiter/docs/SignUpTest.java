package io.github.chimefake.junit.jupiter.docs;

import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFakeExtension;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ServiceFailureException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@DenyCalls(on = SEND_CHANNEL_MESSAGE, by = "mallory")
class SignUpTest {
    @RegisterExtension
    static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
            .region("eu-central-1")
            .users("alice", "mallory")
            .clock(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC))
            .seed(7)
            .build();

    @Test
    @FailCalls(on = CREATE_APP_INSTANCE_USER, nthCall = 2, error = SERVICE_FAILURE)
    void theSecondSignUpFails(ChimeMessagingServer chime) {
        ChimeSdkIdentityClient identity = chime.clients().withoutRetries().identityClient();

        signUp(identity, chime, "bob");
        assertThatExceptionOfType(ServiceFailureException.class).isThrownBy(() -> signUp(identity, chime, "carol"));
        signUp(identity, chime, "carol");
    }

    @Test
    void itIsNewYear(ChimeMessagingServer chime) {
        assertThat(chime.clock().instant()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void malloryMayNotSend(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ChimeUser mallory = chime.user("mallory");
        ChimeChannel general = chime.channel("general").members(mallory).create();

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(mallory.arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT")));
    }

    private static void signUp(ChimeSdkIdentityClient identity, ChimeMessagingServer chime, String user) {
        identity.createAppInstanceUser(
                request -> request.appInstanceArn(chime.appInstance().arn())
                        .appInstanceUserId(user)
                        .name(user));
    }
}
