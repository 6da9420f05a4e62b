package io.github.chimefake.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.session.internal.Dialer;
import io.github.chimefake.session.internal.WebSocketClient;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

class MessagingSessionTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String USER = "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/alice";

    private final ManualTiming timing = new ManualTiming(0.5);
    private final List<AutoCloseable> resources = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (int i = resources.size() - 1; i >= 0; i--) {
            resources.get(i).close();
        }
    }

    private ScriptedServer server(ScriptedServer.Script... scripts) {
        ScriptedServer server = new ScriptedServer(scripts);
        resources.add(server);
        return server;
    }

    private MessagingSessionBuilder builder(EndpointClient client) {
        return MessagingSession.builder()
                .client(client)
                .userArn(USER)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .startTimeout(LONG)
                .connectTimeout(LONG)
                .timing(timing)
                .plain();
    }

    private MessagingSessionBuilder builder(ScriptedServer server) {
        return builder(new EndpointClient(server::endpoint));
    }

    private MessagingSession build(MessagingSessionBuilder builder) {
        MessagingSession session = builder.build();
        resources.add(session);
        return session;
    }

    private MessagingSession started(ScriptedServer.Script... scripts) {
        return build(builder(server(scripts))).start();
    }

    private static List<String> types(MessagingSession session) {
        return session.events().stream().map(SessionEvent::type).toList();
    }

    // Starting

    @Test
    void startReturnsWhenTheSessionIsEstablished() {
        ScriptedServer server = server(peer -> peer.establish().closeWithClient());
        MessagingSession session = build(builder(server).sessionId("s1").prefetch(PrefetchSortBy.UNREAD))
                .start();

        assertThat(session.isEstablished()).isTrue();
        assertThat(types(session)).containsExactly("SESSION_ESTABLISHED");
        assertThat(session.closes()).isEmpty();
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /connect?X-Amz-Algorithm=")
                        .contains(
                                "&prefetch-on=connect&prefetch-sort-by=unread&sessionId=s1&userArn=arn%3Aaws",
                                "&X-Amz-Signature=")
                        .contains("\r\nHost: " + server.endpoint() + "\r\n")
                        .endsWith("\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"4401,Unauthorized", "4003,Forbidden", "4002,''", "1000,bye", "1008,policy", "4000,''"})
    void startFailsWithTheCodeThatEndsTheSession(int code, String reason) {
        MessagingSession session = build(builder(server(peer -> peer.upgrade().close(code, reason))));

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e).hasMessageContainingAll(USER, code + "", reason);
                });
        assertThat(session.closes()).extracting(SessionClose::isReconnecting).containsExactly(false);
        assertThat(timing.delays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1011, 1012, 1013, 1014, 4005, 4999})
    void aCloseThatAllowsItIsFollowedByAnotherAttemptWithAnotherLookup(int code) {
        ScriptedServer server = server(
                peer -> peer.upgrade().close(code, "again"),
                peer -> peer.establish().closeWithClient());
        EndpointClient client = new EndpointClient(server::endpoint);
        MessagingSession session = build(builder(client)).start();

        assertThat(session.closes()).singleElement().satisfies(close -> {
            assertThat(close.code()).isEqualTo(code);
            assertThat(close.reason()).isEqualTo("again");
            assertThat(close.isReconnecting()).isTrue();
        });
        assertThat(client.lookups()).isEqualTo(2);
        assertThat(timing.delays()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void aResponseOtherThan101Counts1006AndSaysWhatItWas() {
        MessagingSession session = build(builder(server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\nno!");
                }))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                .havingCause()
                .withMessageContainingAll("403 Forbidden", "no!");
    }

    @Test
    void aConnectionThatEndsBeforeItsResponseIsOneConnectionForTheServer() {
        ScriptedServer server = server(ScriptedServer.Peer::request);
        MessagingSession session = build(builder(server).noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServerWithAnotherAcceptKeyIsNotTrusted() {
        MessagingSession session = build(builder(server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: x\r\n\r\n");
                }))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .havingCause()
                .withMessageContaining("Sec-WebSocket-Accept");
    }

    @Test
    void aFailedLookupIs4999AndRepeatedUntilTheBudgetIsSpent() {
        SdkClientException failure = SdkClientException.create("no network");
        EndpointClient client = new EndpointClient(() -> {
            throw failure;
        });
        MessagingSession session = build(builder(client));

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(4999))
                .withCause(failure);
        assertThat(timing.delays())
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 2500L, 2500L, 2500L);
        assertThat(client.lookups()).isEqualTo(7);
        assertThat(session.closes()).hasSize(7);
    }

    @Test
    void aServerThatNeverRespondsEndsTheStartAtItsLimit() {
        MessagingSession session =
                build(builder(server(ScriptedServer.Peer::hang)).startTimeout(Duration.ofMillis(20)));

        assertThatIllegalStateException()
                .isThrownBy(session::start)
                .withCauseInstanceOf(TimeoutException.class)
                .withMessageContainingAll(USER, "PT0.02S", "startTimeout");
        assertThat(session.closes()).extracting(SessionClose::isReconnecting).containsExactly(false);
    }

    @Test
    void whatFailsBetweenTheLookupAndTheConnectionIs1006() {
        IllegalStateException failure = new IllegalStateException("a bug of the user");
        ProxySelector before = ProxySelector.getDefault();
        MessagingSession session = build(MessagingSession.builder()
                .client(new EndpointClient(() -> "127.0.0.1:9"))
                .userArn(USER)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "s")))
                .noReconnection());
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                throw failure;
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException reason) {}
        });
        try {
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(session::start)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                    .withCause(failure);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void anErrorOfTheLookupEndsTheStart() {
        AssertionError failure = new AssertionError("of a credentials provider");
        MessagingSession session = build(builder(new EndpointClient(() -> {
                    throw failure;
                }))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(4999))
                .withCause(failure);
    }

    @Test
    void theTimeToConnectIsLimitedInTotal() {
        MessagingSession session = build(builder(server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 101 ");
                    while (peer.isSilentFor(Duration.ofMillis(20))) {
                        peer.send("x");
                    }
                }))
                .connectTimeout(Duration.ofMillis(100))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                .havingCause()
                .withMessageContaining("connectTimeout of PT0.1S");
    }

    @Test
    void aSessionThatWasNotStartedSaysSoToThoseWhoWait() {
        MessagingSession session = build(builder(new EndpointClient(() -> "")));

        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEvent("A", LONG))
                .withMessageEndingWith("was not started; call start()");
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEventOrClose(event -> true, LONG))
                .withMessageStartingWith("awaitEventOrClose: ");
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitClose(LONG))
                .withMessageStartingWith("awaitClose: ");
    }

    @Test
    void stoppingASessionThatWasNotStartedEndsItToo() {
        MessagingSession session = build(builder(new EndpointClient(() -> "")));

        session.stop();

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1000);
        assertThatIllegalStateException().isThrownBy(session::start).withMessageContaining("Build another");
    }

    @Test
    void stoppingDuringTheLookupEndsTheStart() {
        CompletableFuture<MessagingSession> itself = new CompletableFuture<>();
        MessagingSession session = build(builder(new EndpointClient(() -> {
            itself.join().stop();
            return "127.0.0.1:9";
        })));
        itself.complete(session);

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1000));
    }

    @Test
    void aSessionStartsOnce() {
        MessagingSession session = started(peer -> peer.establish().closeWithClient());

        assertThatIllegalStateException().isThrownBy(session::start).withMessageContaining("Build another");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnyConnection() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MessagingSession.builder().build())
                .withMessageContaining("client(…)");
        assertThatIllegalStateException()
                .isThrownBy(() -> MessagingSession.builder()
                        .client(new EndpointClient(() -> ""))
                        .userArn(USER)
                        .build())
                .withMessageContaining("region(…)");
    }

    // Events

    @Test
    void eventsBeforeTheSessionIsEstablishedAreDeliveredWithIt() {
        MessagingSession session = started(peer -> peer.upgrade()
                .event("UPDATE_CHANNEL")
                .event("SESSION_ESTABLISHED")
                .event("DELETE_CHANNEL")
                .closeWithClient());

        session.awaitEvent("DELETE_CHANNEL", LONG);
        assertThat(types(session)).containsExactly("UPDATE_CHANNEL", "SESSION_ESTABLISHED", "DELETE_CHANNEL");
    }

    @Test
    void eachWaitReturnsAnEventThatNoOtherHasReturned() {
        MessagingSession session = started(peer -> peer.establish()
                .event("UPDATE_CHANNEL")
                .event("DELETE_CHANNEL")
                .event("UPDATE_CHANNEL")
                .closeWithClient());

        SessionEvent deleted = session.awaitEvent("DELETE_CHANNEL", LONG);
        SessionEvent first = session.awaitEvent("UPDATE_CHANNEL", LONG);
        SessionEvent second = session.awaitEvent(event -> event.type().startsWith("UPDATE"), LONG);

        assertThat(session.events()).containsSubsequence(first, deleted, second);
        assertThat(first).isNotSameAs(second);
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEvent("UPDATE_CHANNEL", Duration.ZERO))
                .withCauseInstanceOf(TimeoutException.class)
                .withMessageContainingAll(
                        "no event UPDATE_CHANNEL", "Received so far (4)", "DELETE_CHANNEL  (returned before)");
    }

    @Test
    void fragmentsPingsAndLongTextsAreRead() throws Exception {
        CompletableFuture<String> pong = new CompletableFuture<>();
        String text =
                "{\"Headers\":{\"x-amz-chime-event-type\":\"LONG\"},\"Payload\":\"" + "\u00fc".repeat(1000) + "\"}";
        byte[] bytes = text.getBytes(UTF_8);
        int half = bytes.length / 2;
        MessagingSession session = started(peer -> {
            peer.establish();
            peer.frame(0x01, java.util.Arrays.copyOfRange(bytes, 0, half));
            peer.frame(0x89, "ping".getBytes(UTF_8));
            peer.frame(0x80, java.util.Arrays.copyOfRange(bytes, half, bytes.length));
            pong.complete(peer.frame());
            peer.closeWithClient();
        });

        assertThat(session.awaitEvent("LONG", LONG).text()).isEqualTo(text);
        assertThat(pong.get(30, TimeUnit.SECONDS))
                .isEqualTo("10 " + java.util.HexFormat.of().formatHex("ping".getBytes(UTF_8)));
    }

    @Test
    void olderEventsAreDroppedAtTheLimit() {
        ScriptedServer server =
                server(peer -> peer.establish().event("A").event("B").event("C").closeWithClient());
        MessagingSession session = build(builder(server).maxEvents(2)).start();

        session.awaitEvent("C", LONG);
        assertThat(types(session)).containsExactly("B", "C");
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEvent("A", Duration.ZERO))
                .withMessageContaining("2 older events were dropped");
    }

    @Test
    void listenersGetEventsAndClosesInOrderAndMayFail() {
        List<String> seen = new ArrayList<>();
        ScriptedServer server = server(peer -> peer.establish().event("A").close(4003, "Forbidden"));
        MessagingSession session = build(builder(server)
                        .onEvent(event -> {
                            throw new IllegalStateException("a bug of the user");
                        })
                        .onEvent(event -> seen.add(event.type()))
                        .onClose(close -> seen.add(close.toString())))
                .start();

        session.awaitClose(LONG);
        session.close();
        assertThat(seen).containsExactly("SESSION_ESTABLISHED", "A", "4003 Forbidden");
    }

    @Test
    void aListenerCannotWaitForWhatItHoldsUp() {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        CompletableFuture<MessagingSession> itself = new CompletableFuture<>();
        ScriptedServer server = server(peer -> peer.establish().event("A").closeWithClient());
        MessagingSession session = build(builder(server).onEvent(event -> {
            try {
                itself.join().awaitEvent("B", LONG);
            } catch (IllegalStateException e) {
                failure.complete(e);
            }
        }));
        itself.complete(session);

        session.start();
        assertThat(failure.join()).hasMessageContaining("by a listener");
    }

    // Closes

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostConnectionIs1006(boolean reset) {
        ScriptedServer server = server(
                peer -> {
                    peer.establish().event("A");
                    if (reset) {
                        peer.reset();
                    }
                },
                peer -> peer.establish().event("B").closeWithClient());
        MessagingSession session = build(builder(server)).start();

        SessionClose close = session.awaitClose(LONG);
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.isReconnecting()).isTrue();
        assertThat(close.cause()).isPresent();
        session.awaitEvent("B", LONG);
        assertThat(types(session)).endsWith("SESSION_ESTABLISHED", "B");
    }

    @Test
    void aConnectionWithoutFramesIsLostAtItsLimit() {
        MessagingSession session = build(builder(server(peer -> peer.establish().hang()))
                        .readTimeout(Duration.ofMillis(40))
                        .noReconnection())
                .start();

        SessionClose close = session.awaitClose(LONG);
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.cause().orElseThrow()).hasMessageContaining("readTimeout of PT0.04S");
    }

    @Test
    void pingsKeepAConnectionOpen() {
        MessagingSession session = build(builder(server(peer -> {
                            peer.establish();
                            for (int i = 0; i < 20; i++) {
                                peer.frame(0x89, new byte[0]);
                                assertThat(peer.frame()).startsWith("10");
                                peer.isSilentFor(Duration.ofMillis(20));
                            }
                            peer.event("A").closeWithClient();
                        }))
                        .readTimeout(Duration.ofMillis(300))
                        .noReconnection())
                .start();

        assertThat(session.awaitEvent("A", LONG).type()).isEqualTo("A");
    }

    @Test
    void aCloseFrameWithoutACodeIs1005() {
        MessagingSession session = started(peer -> {
            peer.establish().frame(0x88, new byte[0]);
            peer.frame();
        });

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1005);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8101ff",
                "c10161",
                "818100000000",
                "83",
                "8300",
                "0900",
                "80",
                "8000",
                "88017f",
                "817f7fffffffffffffff",
                "8103"
            })
    void framesThatAreNotValidEndTheConnectionWith1006(String frames) {
        ScriptedServer server =
                server(peer -> peer.establish().bytes(java.util.HexFormat.of().parseHex(frames)));
        MessagingSession session = build(builder(server).noReconnection()).start();

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1006);
    }

    @Test
    void aWaitForAnEventEndsWithTheSession() {
        MessagingSession session = started(peer -> peer.establish().event("A").close(4401, "Unauthorized"));

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> session.awaitEvent("B", LONG))
                .satisfies(e -> assertThat(e.code()).isEqualTo(4401))
                .withMessageContainingAll("no event B", "4401 Unauthorized");
        assertThat(session.awaitEvent("A", Duration.ZERO).type()).isEqualTo("A");
        assertThat(session.awaitClose(LONG).code()).isEqualTo(4401);
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitClose(LONG))
                .withMessageContaining("every close");
    }

    @Test
    void aWaitForAnEventOrACloseReturnsWhatComesFirst() {
        MessagingSession session = started(
                peer -> peer.establish().event("A").close(1012, "restart"),
                peer -> peer.establish().event("B").closeWithClient());

        assertThat(session.awaitEventOrClose(event -> event.type().equals("A"), LONG))
                .isPresent();
        assertThat(session.awaitEventOrClose(event -> event.type().equals("C"), LONG))
                .isEmpty();
        assertThat(session.awaitClose(LONG).code()).isEqualTo(1012);
        assertThat(session.awaitEventOrClose(event -> event.type().equals("B"), LONG))
                .isPresent();
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEventOrClose(event -> false, Duration.ZERO))
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aConnectionThatOpensBeginsTheBudgetAnew() {
        ScriptedServer.Script lost = peer -> peer.upgrade();
        ScriptedServer.Script[] scripts = new ScriptedServer.Script[31];
        java.util.Arrays.fill(scripts, lost);
        scripts[30] = peer -> peer.establish().closeWithClient();

        MessagingSession session = started(scripts);

        assertThat(session.closes()).hasSize(30);
        assertThat(timing.delays()).containsOnly(Duration.ofMillis(500));
    }

    // Ending

    @Test
    void closeWaitsForTheServersCloseFrame() throws IOException {
        CompletableFuture<String> frame = new CompletableFuture<>();
        MessagingSession session = started(peer -> {
            peer.establish();
            frame.complete(peer.frame());
            peer.frame(0x88, new byte[] {3, (byte) 0xe8});
        });

        session.close();
        session.close();

        assertThat(frame.join()).isEqualTo("8 03e8");
        assertThat(session.isEstablished()).isFalse();
        assertThat(session.closes()).hasToString("[1000]");
    }

    @Test
    void aListenerThatBlocksHoldsUpNoStop() throws Exception {
        CompletableFuture<String> frame = new CompletableFuture<>();
        CompletableFuture<Void> blocked = new CompletableFuture<>();
        CountDownLatch released = new CountDownLatch(1);
        ScriptedServer server = server(peer -> {
            peer.establish().event("A").event("B").event("C");
            frame.complete(peer.frame());
        });
        MessagingSession session = build(builder(server).maxEvents(1).onEvent(event -> {
            if (event.type().equals("A")) {
                blocked.complete(null);
                awaitUninterruptibly(released);
            }
        }));
        session.start();
        blocked.join();
        try {
            session.stop();

            assertThat(frame.get(30, TimeUnit.SECONDS)).isEqualTo("8 03e8");
        } finally {
            released.countDown();
        }
        session.awaitClose(LONG);
        assertThat(types(session)).doesNotContain("B", "C");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anErrorInTheThreadOfAConnectionIsItsEnd() throws Exception {
        AssertionError failure = new AssertionError("of the listener");
        CompletableFuture<Throwable> cause = new CompletableFuture<>();
        ScriptedServer server = server(peer -> peer.upgrade().hang());
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        resources.add(timer::shutdownNow);
        new WebSocketClient(
                        URI.create("ws://" + server.endpoint() + "/connect?a=b"),
                        new Dialer(Optional.empty(), Proxy.NO_PROXY),
                        new WebSocketClient.Limits(LONG, LONG, LONG),
                        timer,
                        new WebSocketClient.Listener() {
                            @Override
                            public void opened() {
                                throw failure;
                            }

                            @Override
                            public void received(String text) {}

                            @Override
                            public void closed(int code, String reason, @Nullable Throwable why) {
                                cause.complete(why);
                            }
                        })
                .start();

        assertThat(cause.get(30, TimeUnit.SECONDS)).isSameAs(failure);
    }

    @Test
    void closeEndsTheAttempts() {
        CountDownLatch waits = new CountDownLatch(1);
        Timing never = new Timing() {
            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public double random() {
                return 0;
            }

            @Override
            public void schedule(
                    java.util.concurrent.ScheduledExecutorService executor, Runnable task, Duration delay) {
                waits.countDown();
            }
        };
        ScriptedServer server = server(ScriptedServer.Peer::establish);
        MessagingSession session = build(builder(server).timing(never)).start();
        assertThat(session.awaitClose(LONG).isReconnecting()).isTrue();

        session.close();

        assertThat(session.awaitClose(LONG).isReconnecting()).isFalse();
        assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.awaitEvent("A", LONG));
    }

    @Test
    void aListenerMayCloseTheSession() {
        CompletableFuture<MessagingSession> itself = new CompletableFuture<>();
        ScriptedServer server = server(peer -> peer.establish().event("A").closeWithClient());
        MessagingSession session = build(builder(server).onEvent(event -> {
            if (event.type().equals("A")) {
                itself.join().close();
            }
        }));
        itself.complete(session);

        session.start();
        assertThat(session.awaitClose(LONG).code()).isEqualTo(1000);
    }

    @Test
    void anInterruptedStartEndsTheSession() {
        MessagingSession session = build(builder(server(ScriptedServer.Peer::hang)));

        Thread.currentThread().interrupt();
        assertThatIllegalStateException().isThrownBy(session::start).withMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noThreadRemains() throws Exception {
        MessagingSession session = build(builder(server(peer -> peer.establish().closeWithClient()))
                        .sessionId("only-here"))
                .start();
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().contains("only-here"))
                .findFirst()
                .orElseThrow();

        session.close();

        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
    }
}
