package io.github.chimefake.compatibility;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Goes once through each part that uses WireMock, the SDK or the JDK's sockets. */
class SmokeTest {
    private final ChimeMessagingServer chime = ChimeMessagingServer.start();
    private final ChimeSdkMessagingClient client = chime.client();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();

    @AfterEach
    void stop() {
        chime.close();
    }

    @Test
    void keepsWhatWasSent() {
        client.sendChannelMessage(message("héllo"));

        assertThat(client.listChannelMessages(messages()).channelMessages())
                .extracting(ChannelMessageSummary::content)
                .containsExactly("héllo");
        assertThat(chime.journal().requests(SendChannelMessageRequest.class)).containsExactly(message("héllo"));
    }

    @Test
    void refusesAnUnregisteredUser() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(
                        message("boo").toBuilder().chimeBearer(ghost.arn()).build()))
                .satisfies(SmokeTest::isTheModelledRefusal);
    }

    @Test
    void refusesWhatARuleDenies() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(message("hello")))
                .satisfies(SmokeTest::isTheModelledRefusal);
    }

    @Test
    void refusesAsynchronousCallersToo() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() ->
                        chime.asyncClient().sendChannelMessage(message("hello")).join())
                .withCauseInstanceOf(UnauthorizedClientException.class);
    }

    @Test
    void failsTheNextCallAndThenWorks() {
        chime.faults().on(LIST_CHANNEL_MESSAGES).once().fail(UNAUTHORIZED_CLIENT);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.listChannelMessages(messages()));
        assertThat(client.listChannelMessages(messages()).channelMessages()).isEmpty();
    }

    @Test
    void breaksTheConnectionBeforeTheCall() {
        sending().loseRequest();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> chime.clients().withoutRetries().client().sendChannelMessage(message("lost")));
        assertThat(client.listChannelMessages(messages()).channelMessages()).isEmpty();
    }

    @Test
    void breaksTheConnectionAfterTheCall() {
        sending().loseResponse();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> chime.clients().withoutRetries().client().sendChannelMessage(message("stored")));
        assertThat(client.listChannelMessages(messages()).channelMessages()).hasSize(1);
    }

    @Test
    void answersLateWhenAsked() {
        sending().delay(Duration.ofMillis(1));

        assertThat(client.sendChannelMessage(message("late")).messageId()).isNotEmpty();
    }

    @Test
    void letsAUsersOwnStubWin() {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        StubMapping unavailable = wireMock.stubFor(
                post(urlPathMatching(".*/messages")).willReturn(aResponse().withStatus(503)));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> chime.clients().withoutRetries().client().sendChannelMessage(message("hello")))
                .returns(503, ChimeSdkMessagingException::statusCode);

        wireMock.removeStub(unavailable);
        client.sendChannelMessage(message("hello"));
        wireMock.verify(2, postRequestedFor(urlPathMatching(".*/messages")));
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE))
                .extracting(RecordedCall::isStubbed)
                .containsExactly(true, false);
    }

    @Test
    void outlivesResetsOfWireMockAndOfItself() {
        chime.snapshots().markBaseline();
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        wireMock.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        wireMock.resetAll();
        client.sendChannelMessage(message("hello"));

        chime.reset();

        assertThat(chime.client().listChannelMessages(messages()).channelMessages())
                .isEmpty();
    }

    private FaultSelection sending() {
        return chime.faults().on(SEND_CHANNEL_MESSAGE).once();
    }

    private static void isTheModelledRefusal(UnauthorizedClientException refusal) {
        assertThat(refusal.statusCode()).isEqualTo(401);
        assertThat(refusal.awsErrorDetails().errorMessage()).isNotEmpty();
        assertThat(refusal.requestId()).isNotEmpty();
    }

    private SendChannelMessageRequest message(String content) {
        return SendChannelMessageRequest.builder()
                .channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content(content)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .clientRequestToken("token")
                .build();
    }

    private ListChannelMessagesRequest messages() {
        return ListChannelMessagesRequest.builder()
                .channelArn(general.arn())
                .chimeBearer(alice.arn())
                .build();
    }
}
