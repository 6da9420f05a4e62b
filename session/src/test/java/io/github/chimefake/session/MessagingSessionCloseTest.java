package io.github.chimefake.session;

import static io.github.chimefake.session.SessionFixture.LONG;
import static io.github.chimefake.session.SessionFixture.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.session.internal.Dialer;
import io.github.chimefake.session.internal.WebSocketClient;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a session ends, and what it does afterwards. */
class MessagingSessionCloseTest {
    @RegisterExtension
    private final SessionFixture sessions = new SessionFixture();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostConnectionIs1006(boolean reset) {
        ScriptedServer server = sessions.server(
                peer -> {
                    peer.establish().event("A");
                    if (reset) {
                        peer.reset();
                    }
                },
                peer -> peer.establish().event("B").closeWithClient());
        MessagingSession session = sessions.build(sessions.builder(server)).start();

        SessionClose close = session.awaitClose(LONG);
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.isReconnecting()).isTrue();
        assertThat(close.cause()).isPresent();
        session.awaitEvent("B", LONG);
        assertThat(types(session)).endsWith("SESSION_ESTABLISHED", "B");
    }

    @Test
    void aConnectionWithoutFramesIsLostAtItsLimit() {
        MessagingSession session = sessions.build(sessions.builder(
                                sessions.server(peer -> peer.establish().hang()))
                        .readTimeout(Duration.ofMillis(40))
                        .noReconnection())
                .start();

        SessionClose close = session.awaitClose(LONG);
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.cause().orElseThrow()).hasMessageContaining("readTimeout of PT0.04S");
    }

    @Test
    void pingsKeepAConnectionOpen() {
        MessagingSession session = sessions.build(sessions.builder(sessions.server(peer -> {
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
        MessagingSession session = sessions.started(peer -> {
            peer.establish().frame(0x88, new byte[0]);
            peer.frame();
        });

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1005);
    }

    @ParameterizedTest
    @CsvSource({
        "8101ff,1007",
        "c10161,1002",
        "818100000000,1002",
        "8300,1002",
        "0900,1002",
        "8000,1002",
        "88017f,1002",
        "817f7fffffffffffffff,1002"
    })
    void framesThatAreNotValidEndTheConnectionWith1006AndTheServerIsToldWhy(String frames, int told) {
        CompletableFuture<String> closeFrame = new CompletableFuture<>();
        ScriptedServer server = sessions.server(peer -> closeFrame.complete(
                peer.establish().bytes(HexFormat.of().parseHex(frames)).frame()));
        MessagingSession session =
                sessions.build(sessions.builder(server).noReconnection()).start();

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1006);
        assertThat(closeFrame.orTimeout(30, TimeUnit.SECONDS).join())
                .isEqualTo("8 " + HexFormat.of().toHexDigits((short) told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8103"})
    void aConnectionThatEndsWithinAFrameEndsWith1006(String begun) {
        ScriptedServer server =
                sessions.server(peer -> peer.establish().bytes(HexFormat.of().parseHex(begun)));
        MessagingSession session =
                sessions.build(sessions.builder(server).noReconnection()).start();

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1006);
    }

    @Test
    void aListenerThatTakesLongIsNoSilenceOfTheServer() {
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Boolean> isOpen = new CompletableFuture<>();
        ScriptedServer server = sessions.server(peer -> {
            peer.establish().event("A").event("B").event("C");
            isOpen.complete(peer.isSilentFor(Duration.ofMillis(600)));
            peer.event("D").closeWithClient();
        });
        MessagingSession session = sessions.build(sessions.builder(server)
                        .maxEvents(1)
                        .readTimeout(Duration.ofMillis(200))
                        .onEvent(event -> {
                            if (event.type().equals("A")) {
                                awaitUninterruptibly(released);
                            }
                        })
                        .noReconnection())
                .start();
        try {
            assertThat(isOpen.join()).isTrue();
        } finally {
            released.countDown();
        }

        session.awaitEvent("D", LONG);
    }

    @Test
    void aWaitForAnEventEndsWithTheSession() {
        MessagingSession session =
                sessions.started(peer -> peer.establish().event("A").close(4401, "Unauthorized"));

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
        MessagingSession session = sessions.started(
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
        Arrays.fill(scripts, lost);
        scripts[30] = peer -> peer.establish().closeWithClient();

        MessagingSession session = sessions.started(scripts);

        assertThat(session.closes()).hasSize(30);
        assertThat(sessions.timing().delays()).containsOnly(Duration.ofMillis(500));
    }

    @Test
    void closeWaitsForTheServersCloseFrame() throws IOException {
        CompletableFuture<String> frame = new CompletableFuture<>();
        MessagingSession session = sessions.started(peer -> {
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
        ScriptedServer server = sessions.server(peer -> {
            peer.establish().event("A").event("B").event("C");
            frame.complete(peer.frame());
        });
        MessagingSession session =
                sessions.build(sessions.builder(server).maxEvents(1).onEvent(event -> {
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
        ScriptedServer server = sessions.server(peer -> peer.upgrade().hang());
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        sessions.closeAfterTest(timer::shutdownNow);
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
            public void schedule(ScheduledExecutorService executor, Runnable task, Duration delay) {
                waits.countDown();
            }
        };
        ScriptedServer server = sessions.server(ScriptedServer.Peer::establish);
        MessagingSession session =
                sessions.build(sessions.builder(server).timing(never)).start();
        assertThat(session.awaitClose(LONG).isReconnecting()).isTrue();

        session.close();

        assertThat(session.awaitClose(LONG).isReconnecting()).isFalse();
        assertThatExceptionOfType(SessionClosedException.class).isThrownBy(() -> session.awaitEvent("A", LONG));
    }

    @Test
    void aListenerMayCloseTheSession() {
        CompletableFuture<MessagingSession> itself = new CompletableFuture<>();
        ScriptedServer server =
                sessions.server(peer -> peer.establish().event("A").closeWithClient());
        MessagingSession session = sessions.build(sessions.builder(server).onEvent(event -> {
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
        MessagingSession session = sessions.build(sessions.builder(sessions.server(ScriptedServer.Peer::hang)));

        Thread.currentThread().interrupt();
        assertThatIllegalStateException().isThrownBy(session::start).withMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void noThreadRemains() throws Exception {
        MessagingSession session = sessions.build(sessions.builder(
                                sessions.server(peer -> peer.establish().closeWithClient()))
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
