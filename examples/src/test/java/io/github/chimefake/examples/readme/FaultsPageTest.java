package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@ChimeMessagingFake
class FaultsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    FaultsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice, bob).create();
    }

    private static void send(ChimeSdkMessagingClient client, ChimeUser author, ChimeChannel channel) {
        client.sendChannelMessage(request -> request.channelArn(channel.arn())
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

    @Test
    void faults() {
        // The next call fails.
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(UNAUTHORIZED_CLIENT);
        // The next two calls fail, with a message of the test.
        chime.faults().on(DELETE_CHANNEL_MESSAGE).calls(2).fail(FORBIDDEN, "not on a Sunday");
        // The first two attempts of one call fail, so the SDK's own retry succeeds.
        chime.faults().on(LIST_CHANNEL_MESSAGES).once().attempts(2).fail(THROTTLED_CLIENT);
        // Bob's third message is stored, but its response is lost; the SDK sends it again.
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).nthCall(3).attempts(1).loseResponse();
        // The request is lost before it reaches the service.
        chime.faults().on(LIST_CHANNELS).once().attempts(1).loseRequest();
        // The response comes late.
        chime.faults().on(DESCRIBE_CHANNEL).inChannel(general).delay(Duration.ofMillis(200));

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(client, alice, general));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.deleteChannelMessage(request ->
                        request.channelArn(general.arn()).messageId("any").chimeBearer(alice.arn())))
                .withMessageContaining("not on a Sunday");
        for (int message = 1; message <= 3; message++) {
            send(client, bob, general);
        }
        assertThat(messages()).hasSize(3);
        assertThat(client.listChannels(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .chimeBearer(alice.arn()))
                        .channels())
                .hasSize(1);
    }

    @Test
    void outage() {
        // Every call from the second on, until the block ends.
        try (Registration outage = chime.faults().fromCall(2).fail(SERVICE_UNAVAILABLE)) {
            send(client, alice, general);
            assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> send(client, alice, general));
            assertThat(outage.timesApplied()).isOne();
        }
        send(client, alice, general);
    }

    @Test
    void retries() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse();

        send(client, alice, general);

        RecordedCall call = chime.journal().calls(SEND_CHANNEL_MESSAGE).get(0);
        assertThat(call.attempts()).hasSize(2);
        assertThat(messages()).hasSize(1); // stored once, as both attempts have the same ClientRequestToken
    }

    @Test
    void withoutRetries() {
        ChimeSdkMessagingClient once = chime.clients().withoutRetries().client();
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseRequest();

        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send(once, alice, general));
    }

    @Test
    void timeouts() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofMinutes(1));
        try (ChimeSdkMessagingClient impatient = chime.clients()
                .configure(ChimeSdkMessagingClient.builder()
                        .overrideConfiguration(settings -> settings.apiCallTimeout(Duration.ofMillis(500))))
                .build()) {
            assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(() -> send(impatient, alice, general));
        }
    }

    @Test
    void combined() {
        // Both apply: the response is delayed, then lost.
        chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofMillis(10));
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().attempts(1).loseResponse();

        send(client, alice, general);
        assertThat(messages()).hasSize(1);
    }
}
