package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.faults.FaultEffects.slowBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** An endpoint at which nothing listens for a while. */
class OfflineTest {
    private static final Duration FOREVER = Duration.ofHours(24);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient once =
            chime.clients().withoutRetries().client();
    private final ListChannelsRequest list =
            listChannels(alice, chime.appInstance().arn());

    private static int port(ChimeMessagingServer fake) {
        return fake.endpoint().getPort();
    }

    private static Socket connect(ChimeMessagingServer fake) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port(fake));
    }

    private void assertIsRefused() {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> connect(chime).close());
    }

    /** A request that is not signed, and whose response the test reads or not. */
    private SocketRequest listBySocket() {
        return SocketRequest.of(
                        "test",
                        "GET",
                        "/channels?app-instance-arn="
                                + URLEncoder.encode(chime.appInstance().arn(), StandardCharsets.UTF_8),
                        "")
                .with("x-amz-chime-bearer", alice.arn());
    }

    private static void assertEnds(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            in.readAllBytes();
        } catch (SocketException reset) {
            // The end of a connection, too.
        }
    }

    // What clients see

    @Test
    void aClientWhoseConnectionWasOpenIsRefusedAtOnceAndWorksAgainWithoutARetry() {
        once.listChannels(list);

        chime.offline();
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> once.listChannels(list))
                .withCauseInstanceOf(ConnectException.class);
        chime.online();

        once.listChannels(list);
        assertThat(chime.journal().calls(LIST_CHANNELS)).hasSize(2);
    }

    @Test
    void anAsynchronousClientSeesTheSame() {
        ChimeSdkMessagingAsyncClient async = chime.clients().withoutRetries().asyncClient();
        async.listChannels(list).join();

        chime.offline();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> async.listChannels(list).join())
                .withCauseInstanceOf(SdkClientException.class)
                .havingRootCause()
                .isInstanceOf(ConnectException.class);
        chime.online();

        async.listChannels(list).join();
    }

    @Test
    void theSameAddressIsRefusedAndServesAgain() throws IOException {
        URI before = chime.endpoint();

        chime.offline();
        assertIsRefused();
        assertThat(chime.endpoint()).isEqualTo(before);
        chime.online();

        assertThat(chime.endpoint()).isEqualTo(before);
        try (Socket socket = connect(chime)) {
            assertThat(listBySocket().statusFrom(socket)).contains(200);
        }
    }

    @Test
    void goingOfflineOrOnlineTwiceDoesNothing() {
        chime.online();
        chime.offline();
        chime.offline();
        assertIsRefused();

        chime.online();
        chime.online();

        once.listChannels(list);
    }

    // What goes on

    @Test
    void theStateAndTheJournalAreKept() {
        once.sendChannelMessage(send(alice, general, "before"));

        chime.offline();
        chime.user("bob");
        chime.faults().on(LIST_CHANNELS).fail(ChimeError.FORBIDDEN);
        assertThat(chime.isRunning()).isTrue();
        assertThat(chime.journal().calls()).hasSize(1);
        chime.online();

        assertThat(catchThrowable(() -> once.listChannels(list))).hasMessageContaining("403");
        assertThat(once.listChannelMessages(
                                request -> request.channelArn(general.arn()).chimeBearer(alice.arn()))
                        .channelMessages())
                .hasSize(1);
    }

    @Test
    void wireMockIsTheSameWithItsStubsScenariosAndRequests() throws Exception {
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        wireMock.stubFor(any(urlPathEqualTo("/twice"))
                .inScenario("steps")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("second")
                .willReturn(aResponse().withStatus(201)));
        wireMock.stubFor(get(urlPathEqualTo("/twice"))
                .inScenario("steps")
                .whenScenarioStateIs("second")
                .willReturn(aResponse().withStatus(202)));
        assertThat(RawRequest.of("GET", "/twice").sendTo(chime).statusCode()).isEqualTo(201);

        chime.offline();
        chime.online();

        assertThat(chime.unwrap(WireMockServer.class)).isSameAs(wireMock);
        assertThat(RawRequest.of("GET", "/twice").sendTo(chime).statusCode()).isEqualTo(202);
        assertThat(wireMock.getAllServeEvents()).hasSize(2);
    }

    // Calls under way

    @Test
    void aDelayedResponseAndASlowOneEnd() throws IOException, InterruptedException {
        chime.faults().on(LIST_CHANNELS).once().delay(FOREVER);
        chime.faults().on(LIST_CHANNELS).once().inject(slowBody(FOREVER));
        try (Socket delayed = listBySocket().sendTo(chime)) {
            awaitCalls(1);
            try (Socket slow = listBySocket().sendTo(chime)) {
                awaitCalls(2);

                chime.offline();

                assertEnds(delayed);
                assertEnds(slow);
            }
        }
    }

    private void awaitCalls(int calls) {
        while (chime.journal().calls().size() < calls) { // An entry is complete before the response.
            Thread.onSpinWait();
        }
    }

    @Test
    void aRequestMayTakeItsOwnServerOffline() throws IOException {
        chime.faults().on(LIST_CHANNELS).once().inject(call -> {
            chime.offline();
            return call.proceed();
        });

        try (Socket socket = listBySocket().sendTo(chime)) {
            assertEnds(socket);
        }

        awaitCalls(1);
        assertIsRefused();
        chime.online();
        once.listChannels(list);
    }

    // Its port

    @Test
    void aPortThatAnotherProgramHasTakenIsNamedAndCanBeHadLater() throws IOException {
        chime.offline();
        try (ServerSocket thief = tookThePort()) {
            assertThat(thief.isBound()).isTrue();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(chime::online)
                    .withMessage(
                            "online(): port %d of 127.0.0.1 is in use by another program, which took it while the fake was"
                                    + " offline. Stop that program and call online() again, or start another fake",
                            port(chime))
                    .withCauseInstanceOf(BindException.class);
        }
        assertIsRefused();

        chime.online();

        once.listChannels(list);
    }

    @Test
    void aResetThatCannotHaveThePortResetsAllElse() throws IOException {
        chime.snapshots().markBaseline();
        chime.user("bob");
        chime.offline();
        try (ServerSocket thief = tookThePort()) {
            assertThat(thief.isBound()).isTrue();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(chime::reset)
                    .withMessageStartingWith("online(): port " + port(chime));
        }

        chime.online();

        once.listChannels(list);
        assertThat(chime.journal().calls()).hasSize(1);
    }

    /** Returns a socket that listens at the fake's port. Only some operating systems allow it while the fake keeps the port. */
    private ServerSocket tookThePort() throws IOException {
        ServerSocket thief = new ServerSocket();
        try {
            thief.setReuseAddress(true);
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(chime)));
            return thief;
        } catch (BindException kept) {
            thief.close();
            assumeThat(kept).as("the port can be taken").isNull();
            throw kept;
        }
    }

    // Ways back, and the end

    @Test
    void aResetBringsItBack() {
        chime.snapshots().markBaseline();
        chime.offline();

        chime.reset();

        once.listChannels(list);
    }

    @Test
    void aBaselineThatWasMarkedOfflineIsOffline() {
        chime.offline();
        chime.snapshots().markBaseline();
        chime.online();

        chime.reset();

        assertIsRefused();
    }

    @Test
    void aSnapshotSaysWhetherItWasOffline() {
        ServerSnapshot online = chime.snapshots().take();
        chime.offline();
        ServerSnapshot offline = chime.snapshots().take();

        chime.snapshots().restore(online);
        once.listChannels(list);
        chime.snapshots().restore(offline);

        assertIsRefused();
    }

    @Test
    void aServerThatWasOfflineServesTheNextFakeOfItsPool() {
        ServerPool pool = fakes.closeAfterTest(ServerPool.create());
        ChimeMessagingServer first =
                ChimeMessagingServer.builder().serverPool(pool).start();
        first.offline();
        first.online();
        first.close();

        ChimeMessagingServer next = fakes.start(ChimeMessagingServer.builder().serverPool(pool));

        assertThat(next.endpoint()).isEqualTo(first.endpoint());
        next.client()
                .listChannels(listChannels(next.user("bob"), next.appInstance().arn()));
    }

    @Test
    void aServerThatIsOfflineDoesNotReturnToItsPool() throws IOException {
        ServerPool pool = fakes.closeAfterTest(ServerPool.create());
        ChimeMessagingServer first =
                ChimeMessagingServer.builder().serverPool(pool).start();
        first.offline();
        first.close();
        assertThat(first.isRunning()).isFalse();
        try (ServerSocket free = new ServerSocket(port(first), 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }

        ChimeMessagingServer next = fakes.start(ChimeMessagingServer.builder().serverPool(pool));

        next.client()
                .listChannels(listChannels(next.user("bob"), next.appInstance().arn()));
    }
}
