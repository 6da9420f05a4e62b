package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Layer.ROLE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.failures.FailurePlacement.BEFORE_EXECUTION;
import static io.github.chimefake.failures.FailurePlacement.FROM_HERE_ON;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_LOST;
import static io.github.chimefake.failures.FailurePlacement.RESPONSE_LOST_ONCE;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.junit.jupiter.AuthorizationFailures;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.FailureSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

@ChimeMessagingFake
class FailuresPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    FailuresPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice, bob).create();
    }

    private void send(ChimeUser author) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(author.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    private List<ChannelMessageSummary> messages() {
        return client.listChannelMessages(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                .channelMessages();
    }

    @ParameterizedTest(name = "{0}")
    @AuthorizationFailures(SEND_CHANNEL_MESSAGE)
    void doesNotRetryWhatIsDenied(OperationFailure failure) {
        failure.inject(chime);

        assertThatExceptionOfType(failure.exceptionClass()).isThrownBy(() -> send(alice));

        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).times(1);
    }

    @ParameterizedTest
    @FailureSource(
            value = SEND_CHANNEL_MESSAGE,
            placements = {RESPONSE_LOST, RESPONSE_LOST_ONCE})
    void storesAMessageOnce(OperationFailure failure) {
        failure.inject(chime.faults().by(alice));
        try {
            send(alice);
        } catch (SdkClientException lost) {
            assertThat(failure.placement()).isEqualTo(RESPONSE_LOST);
        }
        assertThat(messages()).hasSize(1);
    }

    @Test
    void everyDenial() {
        for (OperationFailure failure : OperationFailures.of(LIST_CHANNEL_MESSAGES)
                .denials()
                .placements(BEFORE_EXECUTION)
                .list()) {
            try (Registration injected = failure.inject(chime)) {
                assertThatExceptionOfType(failure.exceptionClass()).isThrownBy(this::messages);
                assertThat(injected.timesApplied()).isOne();
            }
        }
    }

    @Test
    void whichCalls() {
        OperationFailure failure = OperationFailures.of(SEND_CHANNEL_MESSAGE)
                .errors(FORBIDDEN)
                .layers(ROLE)
                .placements(FROM_HERE_ON)
                .list()
                .get(0);
        // Bob is removed from the channel before his second message.
        failure.inject(chime.faults().by(bob).nthCall(2));
        // The same error for one call of another operation.
        chime.faults().on(DESCRIBE_CHANNEL).by(alice).once().inject(failure.effect());

        send(bob);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> send(bob));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> describe(bob));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> describe(alice));
        describe(alice);
        assertThat(messages()).hasSize(1);
    }

    private void describe(ChimeUser user) {
        client.describeChannel(request -> request.channelArn(general.arn()).chimeBearer(user.arn()));
    }
}
