package io.github.chimefake;

import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.testing.Fakes;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class UnauthorizedOnDemandTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private static SendChannelMessageRequest hello(ChimeUser sender, ChimeChannel channel) {
        return SendChannelMessageRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(sender.arn())
                .content("hello")
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .build();
    }

    @Test
    void aUserWhomNobodyRegisteredMeetsTheRealServicesOwnException() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");

        UnauthorizedClientException serviceError = catchThrowableOfType(
                UnauthorizedClientException.class, () -> client.sendChannelMessage(hello(ghost, general)));

        assertThat(serviceError.statusCode()).isEqualTo(401);
        assertThat(serviceError.codeAsString()).isEqualTo("Unauthorized");
        assertThat(serviceError.requestId()).isNotEmpty();
        assertThat(serviceError.awsErrorDetails().errorCode()).isEqualTo("UnauthorizedClientException");
        assertThat(serviceError.awsErrorDetails().errorMessage())
                .isEqualTo("An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.");
    }

    @Test
    void aRuleDeniesOneUserOneOperation() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        UnauthorizedClientException serviceError = catchThrowableOfType(
                UnauthorizedClientException.class, () -> client.sendChannelMessage(hello(alice, general)));

        assertThat(serviceError.statusCode()).isEqualTo(401);
        assertThat(serviceError.codeAsString()).isEqualTo("Unauthorized");
        assertThat(serviceError.requestId()).isNotEmpty();
        assertThat(serviceError.awsErrorDetails().errorMessage())
                .isEqualTo("The client is not currently authorized to make the request.");
        assertThat(client.sendChannelMessage(hello(bob, general)).messageId()).isNotEmpty();
    }

    @Test
    void aRuleDeniesOneUserInOneChannelOnly() {
        ChimeChannel random = chime.channel("random").members(alice).create();
        chime.permissions().by(alice).inChannel(general).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(hello(alice, general)));
        assertThat(client.sendChannelMessage(hello(alice, random)).messageId()).isNotEmpty();
    }

    @Test
    void aRuleDeniesOneCaller() {
        ChimeCaller browser = chime.caller("assumed-role/browser");
        chime.permissions().by(browser).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.clients().signedBy(browser).client().sendChannelMessage(hello(alice, general)));
        assertThat(client.sendChannelMessage(hello(alice, general)).messageId()).isNotEmpty();
    }

    @Test
    void theLatestRuleThatMatchesWins() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        Registration exception = chime.permissions().by(alice).allow(SEND_CHANNEL_MESSAGE);

        assertThat(client.sendChannelMessage(hello(alice, general)).messageId()).isNotEmpty();
        exception.close();
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(hello(alice, general)));
    }

    @Test
    void aRuleThatAllowsDoesNotLiftWhatTheRoleForbids() {
        ChimeUser stranger = chime.user("stranger");
        chime.permissions().by(stranger).allow(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(hello(stranger, general)));
    }

    @Test
    void aFaultMakesTheNextCallsOfAnOperationFail() {
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).calls(2).fail(UNAUTHORIZED_CLIENT);

        for (int call = 1; call <= 2; call++) {
            UnauthorizedClientException serviceError = catchThrowableOfType(
                    UnauthorizedClientException.class, () -> client.sendChannelMessage(hello(alice, general)));
            assertThat(serviceError.codeAsString()).isEqualTo("Unauthorized");
        }
        assertThat(client.sendChannelMessage(hello(alice, general)).messageId()).isNotEmpty();
        assertThat(fault.timesApplied()).isEqualTo(2);
    }

    @Test
    void theAsynchronousClientSeesTheSameException() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        CompletionException failure = catchThrowableOfType(
                CompletionException.class,
                () -> chime.asyncClient()
                        .sendChannelMessage(hello(alice, general))
                        .join());

        assertThat(failure.getCause()).isInstanceOfSatisfying(UnauthorizedClientException.class, serviceError -> {
            assertThat(serviceError.statusCode()).isEqualTo(401);
            assertThat(serviceError.codeAsString()).isEqualTo("Unauthorized");
            assertThat(serviceError.requestId()).isNotEmpty();
            assertThat(serviceError.awsErrorDetails().errorMessage())
                    .isEqualTo("The client is not currently authorized to make the request.");
        });
    }
}
