package io.github.chimefake;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.NOT_FOUND;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.ConnectionFault;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BadRequestException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** What a fault does to the call it strikes; {@code FaultsTest} shows which calls those are. */
class FaultEffectsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void sends(ChimeUser sender) {
        assertThat(client.sendChannelMessage(send(sender, general, "hello")).messageId())
                .isNotEmpty();
    }

    private void fails(Class<? extends Throwable> expected, ChimeUser sender) {
        assertThatExceptionOfType(expected).isThrownBy(() -> client.sendChannelMessage(send(sender, general, "hello")));
    }

    private RecordedCall theOnlyCall() {
        assertThat(chime.journal().calls()).hasSize(1);
        return chime.journal().calls().get(0);
    }

    @Test
    void aFailedCallDoesNotReachTheService() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(contents(client, alice, general)).isEmpty();
    }

    @Test
    void aFailureMayHaveAMessageOfItsOwn() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(BAD_REQUEST, "Channel Messages size limit exceeded");

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")))
                .returns(
                        "Channel Messages size limit exceeded",
                        e -> e.awsErrorDetails().errorMessage());
    }

    @Test
    void aFailureSaysInTheJournalThatTheTestAskedForIt() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(NOT_FOUND);
        fails(NotFoundException.class, alice);

        assertThat(theOnlyCall().errorResponse().orElseThrow().explanation())
                .isEqualTo("A fault of this test makes SendChannelMessage fail with NotFoundException; the call did not"
                        + " reach the service.");
    }

    @ParameterizedTest
    @EnumSource
    void everyErrorCanBeInjectedAndArrivesAsWhatTheSdkMakesOfIt(ChimeError error) {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(error);

        ChimeSdkMessagingException failure = catchThrowableOfType(
                ChimeSdkMessagingException.class,
                () -> chime.clients().withoutRetries().client().sendChannelMessage(send(alice, general, "hello")));

        assertThat(failure.getClass().getSimpleName())
                .isEqualTo(error.isModeled() ? error.errorType() : "ChimeSdkMessagingException");
        assertThat(failure.statusCode()).isEqualTo(error.status());
        assertThat(failure.awsErrorDetails().errorCode()).isEqualTo(error.errorType());
        assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo(error.defaultMessage());
        assertThat(failure.requestId())
                .isEqualTo(theOnlyCall().lastAttempt().requestId().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void everyModelledErrorCarriesItsCode(ChimeError error) {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(error);

        ChimeSdkMessagingException failure = catchThrowableOfType(
                ChimeSdkMessagingException.class,
                () -> chime.clients().withoutRetries().client().sendChannelMessage(send(alice, general, "hello")));

        assertThat(failure.sdkFields().stream()
                        .filter(field -> field.memberName().equals("Code"))
                        .map(field -> (String) field.getValueOrDefault(failure))
                        .toList())
                .isEqualTo(error.code().stream().toList());
    }

    @Test
    void theAsynchronousClientMeetsAFaultAsWell() {
        chime.faults().on(DESCRIBE_CHANNEL).once().fail(UNAUTHORIZED_CLIENT);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> chime.asyncClient()
                        .describeChannel(describe(alice, general))
                        .join())
                .withCauseInstanceOf(UnauthorizedClientException.class);
    }

    @Test
    void aDelayedCallIsCarriedOutAndAnsweredNoSoonerThanThat() {
        Duration delay = Duration.ofMillis(150);
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().delay(delay);

        long before = System.nanoTime();
        sends(alice);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(delay);
        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    @Test
    void aCallWhoseResponseIsLostWasCarriedOut() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().loseResponse();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() ->
                        chime.clients().withoutRetries().client().sendChannelMessage(send(alice, general, "hello")));

        assertThat(theOnlyCall().lastAttempt().connectionFault()).contains(ConnectionFault.CLOSE);
        assertThat(theOnlyCall().response()).isPresent();
        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    @Test
    void theSdksRetryAfterALostResponseSendsNoSecondMessage() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse();

        SendChannelMessageResponse response = client.sendChannelMessage(send(alice, general, "hello"));

        assertThat(theOnlyCall().attempts()).hasSize(2);
        assertThat(((SendChannelMessageResponse) theOnlyCall().response().orElseThrow()).messageId())
                .isEqualTo(response.messageId());
        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    @Test
    void aCallWhoseRequestIsLostWasNotCarriedOut() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().loseRequest();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() ->
                        chime.clients().withoutRetries().client().sendChannelMessage(send(alice, general, "hello")));

        assertThat(theOnlyCall().lastAttempt().connectionFault()).contains(ConnectionFault.RESET);
        assertThat(contents(client, alice, general)).isEmpty();
    }

    @Test
    void theSdksRetryAfterALostRequestSendsTheMessage() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseRequest();

        sends(alice);

        assertThat(contents(client, alice, general)).containsExactly("hello");
    }
}
