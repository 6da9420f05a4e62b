package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.expiredCredentials;
import static io.github.chimefake.faults.FaultEffects.lostResponse;
import static io.github.chimefake.faults.FaultEffects.passes;
import static io.github.chimefake.faults.FaultEffects.staleRead;
import static io.github.chimefake.faults.FaultEffects.truncatedBody;
import static io.github.chimefake.faults.ResponseBody.html;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;
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
        this.general =
                chime.channel("general").members(alice, bob).moderators(alice).create();
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
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.deleteChannelMessage(request ->
                        request.channelArn(general.arn()).messageId("any").chimeBearer(alice.arn())));
        client.describeChannel(request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));
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
    void staleReads() {
        // Bob's second look at the members misses the last write.
        chime.faults().on(LIST_CHANNEL_MEMBERSHIPS).by(bob).nthCall(2).inject(staleRead());
        String carol = chime.user("carol").arn();

        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(carol)
                .type("DEFAULT")
                .chimeBearer(alice.arn()));

        assertThat(members()).hasSize(3);
        assertThat(members()).hasSize(2);
        assertThat(members()).hasSize(3);
    }

    private List<ChannelMembershipSummary> members() {
        return client.listChannelMemberships(
                        request -> request.channelArn(general.arn()).chimeBearer(bob.arn()))
                .channelMemberships();
    }

    @Test
    void theEndpointIsDown() {
        chime.offline();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> send(client, alice, general))
                .withCauseInstanceOf(ConnectException.class);
        chime.online();
        send(client, alice, general);

        assertThat(messages()).hasSize(1);
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
    void responses() {
        // A proxy responds in place of the service.
        chime.faults().on(DESCRIBE_CHANNEL).once().respond(502, html("<h1>Bad gateway</h1>"));
        // The response of the test, in the SDK's type.
        chime.faults()
                .on(LIST_CHANNELS)
                .respond(ListChannelsResponse.builder().channels(List.of()).build());
        // The message is stored, but its response cannot be read.
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().inject(truncatedBody());
        // Bob is not added; the other members of the batch are.
        chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob).fail(THROTTLED_CLIENT);

        ChimeSdkMessagingClient once = chime.clients().withoutRetries().client();
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> send(once, alice, general));
        assertThat(messages()).hasSize(1);
        assertThat(once.listChannels(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .chimeBearer(alice.arn()))
                        .channels())
                .isEmpty();
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> once.describeChannel(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn())))
                .returns(502, ChimeSdkMessagingException::statusCode);
        assertThat(once.batchCreateChannelMembership(request -> request.channelArn(general.arn())
                                .chimeBearer(alice.arn())
                                .memberArns(bob.arn()))
                        .errors())
                .hasSize(1);
    }

    @Test
    void when() {
        // Every third call.
        chime.faults().on(LIST_CHANNELS).everyNthCall(3).fail(THROTTLED_CLIENT);
        // The calls after the first message.
        chime.faults().on(DESCRIBE_CHANNEL).after(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        // The next ten minutes on the fake's clock.
        chime.faults().on(DELETE_CHANNEL_MESSAGE).during(Duration.ofMinutes(10)).fail(SERVICE_UNAVAILABLE);
        // One call of ten, by the seed of the fake.
        chime.faults().on(LIST_CHANNEL_MESSAGES).withProbability(0.1).loseRequest();
        // An error for the first attempt of each call, another one for the first retry.
        chime.faults().on(SEND_CHANNEL_MESSAGE).failEachAttempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE);
        // The first call fails, the response of the second is lost, the third passes, the fourth fails.
        chime.faults()
                .on(UPDATE_CHANNEL_READ_MARKER)
                .eachCall(error(FORBIDDEN), lostResponse(), passes(), error(FORBIDDEN));

        send(client, alice, general);
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE).get(0).attempts())
                .hasSize(3);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn())));
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.deleteChannelMessage(request ->
                        request.channelArn(general.arn()).messageId("any").chimeBearer(alice.arn())));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.updateChannelReadMarker(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn())));
        chime.reset(); // Not all of the lines are used here.
    }

    @Test
    void effectOfTheTest() {
        // Once two messages are stored, further ones are denied.
        chime.faults()
                .on(SEND_CHANNEL_MESSAGE)
                .inject(call -> messages().size() < 2 ? call.proceed() : FaultResponse.error(UNAUTHORIZED_CLIENT));

        send(client, alice, general);
        send(client, alice, general);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> send(client, alice, general));
    }

    @Test
    void credentials() {
        // From the third call on, the credentials of the caller have expired.
        chime.faults().by(chime.caller()).nthCall(3).inject(expiredCredentials());

        send(client, alice, general);
        send(client, alice, general);
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> send(client, alice, general))
                .returns("ExpiredTokenException", e -> e.awsErrorDetails().errorCode());
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
