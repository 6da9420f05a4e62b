package io.github.chimefake.leftovers;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.wiremock.webhooks.Webhooks.webhook;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.ServerPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** Ways for a fake to begin and to end, each of which must leave nothing. */
final class Scenes {
    /** The ports at which fakes listened in a scene. */
    private final List<Integer> ports = new ArrayList<>();

    /** What happens in a scene. */
    interface Scene {
        void play() throws Exception;
    }

    List<Integer> ports() {
        return List.copyOf(ports);
    }

    Map<String, Scene> all() {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        scenes.put("start and stop", () -> startCalled().stop());
        scenes.put("close twice", () -> {
            ChimeMessagingServer chime = startCalled();
            chime.close();
            chime.close();
        });
        scenes.put("port in use", this::portInUse);
        scenes.put("unusable user", () -> fails(() -> builder().users("no user").start()));
        scenes.put("interrupted thread", this::interruptedThread);
        scenes.put("clock that fails at any of its looks", this::failingClock);
        scenes.put("pool closed before", () -> {
            ServerPool pool = ServerPool.create();
            pool.close();
            fails(() -> builder().serverPool(pool).start());
        });
        scenes.put("pool closed during a start", this::poolClosedDuringStart);
        scenes.put("pool closed with idle and running fakes", this::poolClosedWithFakes);
        scenes.put("stop during requests", () -> endDuringRequests(builder(), ChimeMessagingServer::stop));
        scenes.put("close during requests", () -> endDuringRequests(builder(), ChimeMessagingServer::close));
        scenes.put(
                "close during requests, with a pool",
                () -> withPool((pool, builder) -> endDuringRequests(builder, ChimeMessagingServer::close)));
        scenes.put("stop while a delay is pending", () -> endDuringDelay(builder(), ChimeMessagingServer::stop));
        scenes.put(
                "close while a delay is pending, with a pool",
                () -> withPool((pool, builder) -> endDuringDelay(builder, ChimeMessagingServer::close)));
        scenes.put("stop while a webhook is pending", this::pendingWebhook);
        scenes.put("stop within a request", () -> endWithinRequest(builder(), ChimeMessagingServer::stop));
        scenes.put(
                "close within a request, with a pool",
                () -> withPool((pool, builder) -> endWithinRequest(builder, ChimeMessagingServer::close)));
        scenes.put(
                "pool closed within a request",
                () -> withPool((pool, builder) -> endWithinRequest(builder, chime -> pool.close())));
        scenes.put("close within two requests at once", this::closeWithinTwoRequests);
        scenes.put("close by two threads at once", this::closeByTwoThreads);
        scenes.put("WireMock stopped and started again", this::restartedWireMock);
        scenes.put("WireMock stopped by its user", () -> {
            ChimeMessagingServer chime = startCalled();
            chime.unwrap(WireMockServer.class).stop();
            chime.close();
        });
        return scenes;
    }

    private static ChimeMessagingServerBuilder builder() {
        return ChimeMessagingServer.builder();
    }

    private ChimeMessagingServer start(ChimeMessagingServerBuilder builder) {
        ChimeMessagingServer chime = builder.start();
        ports.add(chime.endpoint().getPort());
        return chime;
    }

    private ChimeMessagingServer startCalled() {
        return called(start(builder()));
    }

    /** Calls it with both ready clients, so that all their threads are there, too. */
    private static ChimeMessagingServer called(ChimeMessagingServer chime) {
        ChimeUser alice = chime.user("alice");
        chime.client().listChannels(list(chime, alice));
        chime.asyncClient().listChannels(list(chime, alice)).join();
        return chime;
    }

    private static ListChannelsRequest list(ChimeMessagingServer chime, ChimeUser user) {
        return ListChannelsRequest.builder()
                .appInstanceArn(chime.appInstance().arn())
                .chimeBearer(user.arn())
                .build();
    }

    private static void fails(Supplier<ChimeMessagingServer> start) {
        try {
            start.get().stop();
        } catch (RuntimeException | Error expected) {
            return;
        }
        throw new AssertionError("the start did not fail");
    }

    private void withPool(PoolScene scene) throws Exception {
        try (ServerPool pool = ServerPool.create()) {
            scene.play(pool, builder().serverPool(pool));
        }
    }

    private interface PoolScene {
        void play(ServerPool pool, ChimeMessagingServerBuilder builder) throws Exception;
    }

    // Starts

    private void portInUse() {
        try (ChimeMessagingServer other = start(builder())) {
            fails(() -> builder().port(other.endpoint().getPort()).start());
        }
    }

    /** As a test has that ran out of time. */
    private void interruptedThread() {
        Thread.currentThread().interrupt();
        ChimeMessagingServer chime = start(builder());
        chime.close();
        withInterruptedPool();
        if (!Thread.interrupted()) {
            throw new AssertionError("the interrupt was swallowed");
        }
    }

    private void withInterruptedPool() {
        try (ServerPool pool = ServerPool.create()) {
            start(builder().serverPool(pool)).close();
        }
    }

    private void failingClock() {
        for (int look = 1; look < 1_000; look++) {
            ClockWithAction clock = new ClockWithAction(look, () -> {
                throw new OutOfMemoryError("as a clock of the user may say");
            });
            try {
                start(builder().clock(clock).users("alice")).stop();
                return; // More looks than a start takes.
            } catch (RuntimeException | OutOfMemoryError expected) {
                // Nothing may be left of this start.
            }
        }
        throw new AssertionError("every start failed");
    }

    private void poolClosedDuringStart() {
        ServerPool pool = ServerPool.create();
        fails(() -> builder()
                .serverPool(pool)
                .clock(new ClockWithAction(1, pool::close))
                .users("alice")
                .start());
    }

    /** The system clock, with something that happens at one look. */
    private static final class ClockWithAction extends Clock {
        private final AtomicInteger looks = new AtomicInteger();
        private final int at;
        private final Runnable action;

        ClockWithAction(int at, Runnable action) {
            this.at = at;
            this.action = action;
        }

        @Override
        public Instant instant() {
            if (looks.incrementAndGet() == at) {
                action.run();
            }
            return Clock.systemUTC().instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    // Ends

    private void poolClosedWithFakes() {
        ServerPool pool = ServerPool.create();
        called(start(builder().serverPool(pool))).close();
        ChimeMessagingServer running = called(start(builder().serverPool(pool)));
        start(builder().serverPool(pool)).close();
        pool.close();
        running.close();
    }

    private void endDuringRequests(ChimeMessagingServerBuilder builder, Consumer<ChimeMessagingServer> end) {
        ChimeMessagingServer chime = called(start(builder));
        ChimeUser alice = chime.user("alice");
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();
        CountDownLatch first = new CountDownLatch(8);
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            callers.add(run(() -> {
                try {
                    while (true) {
                        client.listChannels(list(chime, alice));
                        first.countDown();
                    }
                } catch (SdkException | IllegalStateException ended) {
                    first.countDown();
                }
            }));
        }
        await(first);
        end.accept(chime);
        callers.forEach(CompletableFuture::join);
    }

    private void endDuringDelay(ChimeMessagingServerBuilder builder, Consumer<ChimeMessagingServer> end) {
        ChimeMessagingServer chime = called(start(builder));
        ChimeUser alice = chime.user("alice");
        chime.faults().on(LIST_CHANNELS).delay(Duration.ofMinutes(10));
        CompletableFuture<?> call =
                run(() -> chime.clients().withoutRetries().client().listChannels(list(chime, alice)));
        while (chime.journal().calls().size() < 3) { // An entry is complete before the delay.
            Thread.onSpinWait();
        }
        end.accept(chime);
        call.handle((answer, failure) -> "over").join();
    }

    private void pendingWebhook() throws Exception {
        ChimeMessagingServer chime = start(builder());
        chime.unwrap(WireMockServer.class)
                .stubFor(any(anyUrl())
                        .willReturn(ok())
                        .withServeEventListener(
                                "webhook",
                                webhook()
                                        .withMethod("GET")
                                        .withUrl("http://127.0.0.1:9/")
                                        .withFixedDelay(600_000)));
        get(chime.endpoint().getPort());
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("chime-messaging-fake-webhook"))) {
            Thread.onSpinWait(); // A webhook is begun when its response has been sent.
        }
        chime.stop();
    }

    /** Without the JDK's client, which has threads of its own. */
    private static void get(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private void endWithinRequest(ChimeMessagingServerBuilder builder, Consumer<ChimeMessagingServer> end) {
        ChimeMessagingServer chime = called(start(builder));
        ChimeUser alice = chime.user("alice");
        CountDownLatch ended = new CountDownLatch(1);
        chime.permissions()
                .matching(ListChannelsRequest.class, request -> {
                    end.accept(chime);
                    ended.countDown();
                    return false;
                })
                .deny();
        callToTheEnd(chime, alice);
        await(ended);
    }

    private static void callToTheEnd(ChimeMessagingServer chime, ChimeUser alice) {
        try {
            chime.clients().withoutRetries().client().listChannels(list(chime, alice));
        } catch (SdkException | IllegalStateException ended) {
            // As the connection is, or the client.
        }
    }

    private void closeWithinTwoRequests() {
        ChimeMessagingServer chime = called(start(builder()));
        ChimeUser alice = chime.user("alice");
        CountDownLatch inFirst = new CountDownLatch(1);
        CountDownLatch inSecond = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(2);
        chime.permissions()
                .matching(ListChannelsRequest.class, request -> {
                    inFirst.countDown();
                    await(inSecond);
                    chime.close();
                    ended.countDown();
                    return false;
                })
                .deny();
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();
        CompletableFuture<?> first = run(() -> client.listChannels(list(chime, alice)));
        await(inFirst);
        chime.faults()
                .matching(DescribeChannelRequest.class, request -> {
                    inSecond.countDown();
                    chime.close();
                    ended.countDown();
                    return false;
                })
                .delay(Duration.ofMillis(1));
        CompletableFuture<?> second = run(() -> client.describeChannel(
                describe -> describe.channelArn(chime.appInstance().arn() + "/channel/general")
                        .chimeBearer(alice.arn())));
        CompletableFuture.allOf(first, second)
                .handle((answers, failure) -> "over")
                .join();
        await(ended);
    }

    private void closeByTwoThreads() throws Exception {
        withPool((pool, builder) -> {
            ChimeMessagingServer chime = called(start(builder));
            CompletableFuture<Void> other = run(chime::close);
            CompletableFuture<Void> ofPool = run(pool::close);
            chime.close();
            other.join();
            ofPool.join();
        });
    }

    private void restartedWireMock() throws IOException {
        Leftovers before = new Leftovers();
        ChimeMessagingServer chime = startCalled();
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        wireMock.stop();
        try {
            wireMock.start();
            ports.add(wireMock.port());
            get(wireMock.port());
        } catch (FatalStartupException closedForGood) {
            // WireMock 4 cannot be started again, and must leave nothing when it tries.
        }
        Set<String> keepAlive = before.threadsThatKeepTheJvmAlive();
        chime.close();
        if (!keepAlive.isEmpty()) {
            throw new AssertionError("no daemons: " + keepAlive);
        }
    }

    /** On a thread of its own, because threads of the common pool may stay for a minute. */
    private static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, command -> new Thread(command).start());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
