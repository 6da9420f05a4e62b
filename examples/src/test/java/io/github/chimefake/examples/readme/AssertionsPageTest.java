package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.runAsync;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.assertj.ChimeMessagingServerAssert;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class AssertionsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    AssertionsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice).create();
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT")));
    }

    @Test
    void failures() {
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(alice).inChannel(general);
        assertThat(chime).denied().withError(UNAUTHORIZED_CLIENT).because("A rule of this test");
        assertThat(chime).failed(SEND_CHANNEL_MESSAGE).times(1); // any error; denied means 401 and 403
        assertThat(chime).neverDenied(LIST_CHANNEL_MESSAGES);
        assertThat(chime).denied().by(alice).decidedBy(Layer.PERMISSION_RULE); // not a policy, the role, or a fault
    }

    @Test
    void requests() {
        assertThat(chime)
                .received(SendChannelMessageRequest.class)
                .by(alice)
                .times(1)
                .first()
                .returns("hello", SendChannelMessageRequest::content);
        assertThat(chime).neverReceived(DescribeChannelRequest.class);
    }

    @Test
    void someCalls() {
        assertThat(chime).by(bob).neverReceived(SendChannelMessageRequest.class);
        assertThat(chime).by(alice).inChannel(general).neverFailed(LIST_CHANNEL_MESSAGES);
    }

    @Test
    void allCalls() {
        assertThat(chime).receivedExactly(SEND_CHANNEL_MESSAGE);
        assertThat(chime).by(bob).nothingElse(); // bob called nothing

        ChimeMessagingServerAssert calls = assertThat(chime);
        calls.received(SendChannelMessageRequest.class).by(alice).times(1);
        calls.nothingElse(); // there was no call but this one
    }

    @Test
    void retries() {
        Registration fault = chime.faults().on(LIST_CHANNEL_MESSAGES).failEachAttempt(THROTTLED_CLIENT);
        client.listChannelMessages(request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));

        assertThat(chime)
                .received(ListChannelMessagesRequest.class)
                .withAttempts(2)
                .withPausesOfAtMost(ofMinutes(1))
                .withFault(fault);
        assertThat(chime).applied(fault).times(1);
    }

    @Test
    void waiting() {
        CompletableFuture<Void> reading = runAsync(() -> client.describeChannel(
                request -> request.channelArn(general.arn()).chimeBearer(alice.arn())));

        assertThat(chime).within(ofSeconds(10), calls -> {
            calls.received(DescribeChannelRequest.class).by(alice).times(1);
            calls.denied(SEND_CHANNEL_MESSAGE);
            calls.nothingElse();
        });
        reading.join();
    }

    @Test
    void otherName() {
        assertThatChime(chime).denied(SEND_CHANNEL_MESSAGE);
    }

    @Test
    void journal() {
        assertThat(chime.journal().denials()).hasSize(1);
        assertThat(chime.journal().requests(SendChannelMessageRequest.class)).hasSize(1);

        RecordedCall call = chime.journal().calls(SEND_CHANNEL_MESSAGE).get(0);
        assertThat(call.bearer()).contains(alice.arn());
        ErrorResponse response = call.errorResponse().orElseThrow();
        assertThat(response.error()).isEqualTo(UNAUTHORIZED_CLIENT);
        assertThat(response.explanation()).startsWith("A rule of this test denies SendChannelMessage");
        assertThat(response.provenance()).isEqualTo(Provenance.REQUESTED);
    }
}
