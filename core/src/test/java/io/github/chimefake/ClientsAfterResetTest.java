package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.testing.Fakes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

class ClientsAfterResetTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final PausableClock clock = new PausableClock();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().users("alice").clock(clock));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeSdkMessagingClient client = chime.client();

    private ChimeChannel generalInTheBaseline() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.snapshots().markBaseline();
        return general;
    }

    private WireMockServer wireMock() {
        return chime.unwrap(WireMockServer.class);
    }

    @Test
    void aClientTakenBeforeTheFirstResetServesOn() {
        chime.reset();
        chime.reset();

        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .isEmpty();
    }

    private void startTest(String name) {
        TestIsolation.of(chime).startTest(chime.snapshots().take());
        TestIsolation.of(chime).nameTest(name);
    }

    private ChimeSdkMessagingClient clientOfATestThatIsOver() {
        startTest("ChatTest > first()");
        ChimeSdkMessagingClient late = chime.client();
        startTest("ChatTest > second()");
        return late;
    }

    @Test
    void aClientTakenAfterAResetServesOnAfterTheNext() {
        chime.reset();
        ChimeSdkMessagingClient later = chime.client();

        chime.reset();
        chime.snapshots().restore(chime.snapshots().take());

        assertThat(later.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .isEmpty();
    }

    private ChimeSdkMessagingException refusalOfALateCall() {
        ChimeSdkMessagingClient late = clientOfATestThatIsOver();
        return catchThrowableOfType(
                ChimeSdkMessagingException.class,
                () -> late.listChannels(listChannels(alice, chime.appInstance().arn())));
    }

    @Test
    void aClientOfATestThatIsOverIsRefused() {
        ChimeSdkMessagingException serviceError = refusalOfALateCall();

        assertThat(serviceError.statusCode()).isEqualTo(410);
        assertThat(serviceError.awsErrorDetails().errorCode()).isEqualTo("TestFinishedException");
        assertThat(serviceError.awsErrorDetails().errorMessage())
                .isEqualTo("The test that this client belongs to has ended.");
        assertThat(serviceError
                        .awsErrorDetails()
                        .sdkHttpResponse()
                        .firstMatchingHeader("x-chime-fake-explanation")
                        .orElseThrow())
                .isEqualTo(
                        "The request came from a client of the test ChatTest > first(), which has ended. In the"
                                + " test, wait for the calls that it starts, or obtain the client once, before the first test.");
    }

    @Test
    void theAsynchronousTwinIsRefusedAsWell() {
        startTest("first");
        ChimeSdkMessagingAsyncClient late = chime.asyncClient();
        startTest("second");

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> late.listChannels(
                                listChannels(alice, chime.appInstance().arn()))
                        .join())
                .havingCause()
                .isInstanceOfSatisfying(
                        ChimeSdkMessagingException.class,
                        serviceError -> assertThat(serviceError.statusCode()).isEqualTo(410));
    }

    @Test
    void aLateCallIsReportedApartFromTheCallsOfTheTest() {
        refusalOfALateCall();

        assertThat(chime.journal().calls()).isEmpty();
        assertThat(chime.journal().lateCalls())
                .singleElement()
                .satisfies(late -> assertThat(
                                late.errorResponse().orElseThrow().error().status())
                        .isEqualTo(410));
    }

    @Test
    void lateCallsAreForgottenByTheNextReset() {
        refusalOfALateCall();

        chime.reset();

        assertThat(chime.journal().lateCalls()).isEmpty();
    }

    @Test
    void aLateCallSpendsNoFaultOfTheTestThatRunsNow() {
        ChimeSdkMessagingClient late = clientOfATestThatIsOver();
        Registration fault = chime.faults().once().fail(CONFLICT);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> late.listChannels(
                        listChannels(alice, chime.appInstance().arn())));

        assertThat(fault.timesApplied()).isZero();
    }

    @Test
    void aLateCallMeetsNoStubOfTheTestThatRunsNow() {
        ChimeSdkMessagingClient late = clientOfATestThatIsOver();
        wireMock().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("{}")));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> late.listChannels(
                        listChannels(alice, chime.appInstance().arn())))
                .returns(410, ChimeSdkMessagingException::statusCode);
        assertThat(chime.journal().calls()).isEmpty();
        assertThat(chime.journal().lateCalls()).hasSize(1);
    }

    @Test
    void aLateCallDoesNotShiftTheRequestIdsOfTheTestThatRunsNow() {
        chime.reset();
        client.listChannels(listChannels(alice, chime.appInstance().arn()));
        String undisturbed =
                chime.journal().calls().get(0).lastAttempt().requestId().orElseThrow();

        refusalOfALateCall();
        client.listChannels(listChannels(alice, chime.appInstance().arn()));

        assertThat(chime.journal().calls().get(0).lastAttempt().requestId()).contains(undisturbed);
    }

    @Test
    void aResetDoesNotWaitForAClockAndTheRequestThatAskedItWritesNothing() throws InterruptedException {
        ChimeChannel general = generalInTheBaseline();
        PausableClock.Pause pause = clock.pauseAtTheNextLook();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                        ChimeSdkMessagingException.class,
                        () -> client.sendChannelMessage(send(alice, general, "hello")))
                .statusCode());
        pause.awaitLook();

        chime.reset();
        pause.goOn();

        assertThat(status.join()).isEqualTo(410);
        assertThat(chime.journal().calls()).isEmpty();
        assertThat(contents(client, alice, general)).isEmpty();
    }
}
