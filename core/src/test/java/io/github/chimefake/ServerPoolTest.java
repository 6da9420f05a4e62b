package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.internal.gateway.CallOrigin;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class ServerPoolTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ServerPool pool = fakes.closeAfterTest(ServerPool.create());
    private final ChimeMessagingServer first = start();

    private ChimeMessagingServer start() {
        return ChimeMessagingServer.builder().serverPool(pool).start();
    }

    private ChimeMessagingServer next() {
        first.close();
        return start();
    }

    private static HttpResponse<String> call(ChimeMessagingServer chime) throws IOException, InterruptedException {
        return RawRequest.of("GET", "/channels").sendTo(chime);
    }

    private static HttpResponse<String> call(ChimeMessagingServer chime, CallOrigin origin)
            throws IOException, InterruptedException {
        return RawRequest.of("GET", "/channels")
                .header(CallOrigin.HEADER, origin.toString())
                .sendTo(chime);
    }

    private static void assertIsStopped(ChimeMessagingServer chime) {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() ->
                        new Socket(chime.endpoint().getHost(), chime.endpoint().getPort()).close());
    }

    private static void assertTheFakeAnswers(ChimeMessagingServer chime) {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        assertThat(chime.clients()
                        .withoutRetries()
                        .client()
                        .describeChannel(describe(alice, general))
                        .channel()
                        .name())
                .isEqualTo("general");
        assertThat(chime.clients()
                        .withoutRetries()
                        .asyncClient()
                        .describeChannel(describe(alice, general))
                        .join()
                        .channel()
                        .name())
                .isEqualTo("general");
    }

    // What is reused

    @Test
    void theNextFakeHasTheServerOfTheOneBefore() {
        assertTheFakeAnswers(first);

        ChimeMessagingServer next = next();

        assertThat(next.endpoint()).isEqualTo(first.endpoint());
        assertTheFakeAnswers(next);
    }

    @Test
    void fakesAtTheSameTimeHaveAServerEach() {
        ChimeMessagingServer other = start();
        ChimeMessagingServer copy = first.snapshots().startCopy();

        assertThat(other.endpoint()).isNotEqualTo(first.endpoint()).isNotEqualTo(copy.endpoint());
        assertTheFakeAnswers(first);
        assertTheFakeAnswers(other);
        assertTheFakeAnswers(copy);
    }

    @Test
    void aCopyTakesAServerOfThePool() {
        ChimeMessagingServer other = start();
        other.close();

        assertThat(first.snapshots().startCopy().endpoint()).isEqualTo(other.endpoint());
    }

    @Test
    void aFakeThatCannotBeStartedCostsThePoolNothing() {
        first.close();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder()
                        .users("no user")
                        .serverPool(pool)
                        .start());

        assertThat(start().endpoint()).isEqualTo(first.endpoint());
    }

    @Test
    void aFakeWithSettingsOfItsOwnMayHaveAnyServer() {
        first.close();

        ChimeMessagingServer next = ChimeMessagingServer.builder()
                .region("eu-central-1")
                .account("444455556666")
                .serverPool(pool)
                .start();

        assertThat(next.endpoint()).isEqualTo(first.endpoint());
        assertTheFakeAnswers(next);
    }

    // What is not

    @Test
    void nothingThatTheFakeBeforeHeldIsThere() {
        ChimeUser alice = first.user("alice");
        first.channel("general").members(alice).create();
        first.permissions().deny();
        first.faults().on(SEND_CHANNEL_MESSAGE).fail(SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> first.client()
                        .listChannels(listChannels(alice, first.appInstance().arn())));

        ChimeMessagingServer next = next();

        assertThat(next.journal().calls()).isEmpty();
        assertThat(next.appInstance().unregistered("alice").id()).isEqualTo("alice");
        ChimeUser bob = next.user("bob");
        ChimeChannel general = next.channel("general").members(bob).create();
        assertThat(next.clients()
                        .withoutRetries()
                        .client()
                        .sendChannelMessage(send(bob, general, "hello"))
                        .messageId())
                .isNotEmpty();
        assertThat(next.leastPrivilege().usedPermissions().isEmpty()).isFalse();
        assertThat(first.leastPrivilege().usedPermissions().isEmpty()).isTrue();
    }

    @Test
    void wireMocksRecordOfRequestsIsEmptyAtFirst() throws IOException, InterruptedException {
        call(first);
        first.close();
        call(first);

        start().unwrap(WireMockServer.class).verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aServerThatSomebodySawIsStopped() {
        first.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(ok("stubbed")));

        ChimeMessagingServer next = next();

        assertIsStopped(first);
        assertTheFakeAnswers(next);
    }

    @Test
    void aServerThatGotStubsFromASnapshotIsStopped() {
        ChimeMessagingServer other = start();
        other.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(ok("stubbed")));
        first.snapshots().restore(other.snapshots().take());

        first.close();

        assertIsStopped(first);
    }

    @Test
    void aServerWhoseAdminApiWasUsedIsStopped() throws IOException, InterruptedException {
        first.unwrap(WireMockServer.class);
        assertThat(RawRequest.of("GET", "/__admin/mappings").sendTo(first).statusCode())
                .isEqualTo(200);

        first.close();

        assertIsStopped(first);
    }

    @Test
    void aServerWhoseAdminApiAnsweredNobodyIsReused() throws IOException, InterruptedException {
        assertThat(RawRequest.of("GET", "/__admin/mappings").sendTo(first).statusCode())
                .isEqualTo(404);

        assertThat(next().endpoint()).isEqualTo(first.endpoint());
    }

    @Test
    void stoppingAFakeIsForGood() {
        first.stop();

        assertIsStopped(first);
        assertTheFakeAnswers(start());
    }

    @Test
    void aFakeThatAsksForAPortUsesNoPool() {
        first.close();
        int free;
        try (ChimeMessagingServer other = ChimeMessagingServer.start()) {
            free = other.endpoint().getPort();
        }

        ChimeMessagingServer chime =
                ChimeMessagingServer.builder().port(free).serverPool(pool).start();
        assertThat(chime.endpoint()).hasPort(free);
        chime.close();

        assertIsStopped(chime);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerWithACallThatDoesNotEndIsStopped() throws InterruptedException {
        PausableClock clock = new PausableClock();
        ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .users("alice")
                .clock(clock)
                .serverPool(pool)
                .start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();
        PausableClock.Pause pause = clock.pauseAtTheNextLook();
        CompletableFuture<Void> call =
                CompletableFuture.runAsync(() -> client.sendChannelMessage(send(alice, general, "hello")));
        pause.awaitLook();

        chime.close();

        assertIsStopped(chime);
        assertThatExceptionOfType(CompletionException.class).isThrownBy(call::join);
        pause.goOn();
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nobodyWhoAsksWaitsForAFakeThatIsBeingClosed() {
        ChimeUser alice = first.user("alice");
        CountDownLatch underWay = new CountDownLatch(1);
        first.permissions()
                .matching(ListChannelsRequest.class, request -> {
                    underWay.countDown();
                    while (first.isRunning()) {
                        Thread.onSpinWait(); // The fake is closed meanwhile, which waits for this call.
                    }
                    return first.snapshots().take() == null;
                })
                .deny();
        ChimeSdkMessagingClient client = first.clients().withoutRetries().client();
        CompletableFuture<?> call = CompletableFuture.runAsync(() ->
                client.listChannels(listChannels(alice, first.appInstance().arn())));
        await(underWay);

        first.close();

        assertThat(call.handle((answer, failure) -> "over").join()).isEqualTo("over");
        assertThat(start().endpoint()).isEqualTo(first.endpoint());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServerWhoseConnectionsWereBrokenByFaultsIsReused() {
        ChimeUser alice = first.user("alice");
        ChimeChannel general = first.channel("general").members(alice).create();
        ChimeSdkMessagingClient client = first.clients().withoutRetries().client();
        first.faults().on(SEND_CHANNEL_MESSAGE).loseResponse();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
        first.faults().on(SEND_CHANNEL_MESSAGE).loseRequest();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(next().endpoint()).isEqualTo(first.endpoint());
    }

    // Calls that come when the fake is closed

    @Test
    void anAddressThatNoFakeHasRefusesEveryCall() throws IOException, InterruptedException {
        first.close();

        HttpResponse<String> answer = call(first);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("TestFinishedException");
        assertThat(answer.headers().firstValue("x-chime-fake-explanation"))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("The request was sent to an address that no fake has now"));
        assertThat(RawRequest.of("GET", "/__admin/mappings").sendTo(first).statusCode())
                .isEqualTo(404);
        assertThat(first.journal().calls()).isEmpty();
    }

    @Test
    void aLateCallOfAnEarlierFakeIsRefusedByTheNextAndReported() throws IOException, InterruptedException {
        ChimeMessagingServer next = next();
        next.reset();
        CallOrigin ofFirst = new CallOrigin(0, 1);
        CallOrigin ofNext = new CallOrigin(2, 4);

        assertThat(call(next, ofFirst).statusCode()).isEqualTo(410);

        assertThat(next.journal().calls()).isEmpty();
        assertThat(next.journal().lateCalls()).hasSize(1);
        assertThat(call(next, ofNext).statusCode()).isNotEqualTo(410);
        assertThat(next.journal().calls()).hasSize(1);
    }

    @Test
    void aReadyClientOfAnEarlierFakeFailsAsIfNothingAnswered() {
        ChimeSdkMessagingClient client = first.client();
        ChimeUser alice = first.user("alice");
        ChimeMessagingServer next = next();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.listChannels(
                        listChannels(alice, first.appInstance().arn())))
                .withCauseInstanceOf(ConnectException.class)
                .withMessageContaining("Connection refused: the fake at " + first.endpoint() + " is closed");
        assertThat(next.journal().lateCalls()).isEmpty();
    }

    @Test
    void aClosedFakeDoesNothingToTheNext() throws IOException, InterruptedException {
        ServerSnapshot withStub;
        try (ChimeMessagingServer other = start()) {
            other.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(ok("stubbed")));
            withStub = other.snapshots().take();
        }
        ChimeMessagingServer next = next();

        assertThatIllegalStateException().isThrownBy(() -> first.snapshots().restore(withStub));
        first.close();
        first.stop();

        assertThat(first.isRunning()).isFalse();
        assertThat(next.isRunning()).isTrue();
        assertThat(call(next).body()).isNotEqualTo("stubbed");
        assertTheFakeAnswers(next);
        assertThatIllegalStateException()
                .isThrownBy(() -> first.unwrap(WireMockServer.class))
                .withMessageContaining("is closed, and its server was returned to the pool");
        assertThatIllegalStateException().isThrownBy(first::client);
    }

    // The end of the pool

    @Test
    void closingThePoolStopsAll() {
        ChimeMessagingServer idle = start();
        idle.close();
        assertThat(first.isRunning()).isTrue();

        pool.close();
        pool.close();

        assertThat(first.isRunning()).isFalse();
        assertIsStopped(first);
        assertIsStopped(idle);
        first.close();
    }

    @Test
    void aClosedPoolStartsNoFake() {
        pool.close();

        assertThatIllegalStateException()
                .isThrownBy(this::start)
                .withMessage("serverPool(pool): the pool is closed. Close it after the last fake");
    }
}
