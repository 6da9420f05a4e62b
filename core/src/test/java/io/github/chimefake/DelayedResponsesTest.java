package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.faults.FaultEffects.slowBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** Delays that outlive each test: what ends here was ended, and did not merely take its time. */
@Isolated("counts the threads of the JVM")
class DelayedResponsesTest {
    private static final Duration FOREVER = Duration.ofHours(24);
    private static final int REQUESTS = 200;

    /** Jetty keeps some threads at hand, and so does the pool that sends delayed responses. A thread for each request would be many more. */
    private static final int MOST_THREADS = 100;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final List<Socket> waiting = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
    }

    private Set<Thread> newThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeAll(before);
        // A client of an earlier test has it: Netty starts it at times, and ends it by itself.
        threads.removeIf(thread -> thread.getName().startsWith("globalEventExecutor"));
        return threads;
    }

    private static SocketRequest list(ChimeMessagingServer chime) {
        String appInstance = URLEncoder.encode(chime.appInstance().arn(), StandardCharsets.UTF_8);
        return SocketRequest.of("test", "GET", "/channels?app-instance-arn=" + appInstance, "")
                .with("x-amz-chime-bearer", chime.user("alice").arn());
    }

    /** Sends requests one after the other, each when the one before has been received, so that no burst needs many threads. */
    private void sendAndLeaveWaiting(ChimeMessagingServer chime, int requests)
            throws IOException, InterruptedException {
        SocketRequest list = list(chime);
        Semaphore received = new Semaphore(0);
        chime.faults()
                .matching(ListChannelsRequest.class, request -> {
                    received.release();
                    return true;
                })
                .delay(FOREVER);
        for (int i = 0; i < requests; i++) {
            waiting.add(list.sendTo(chime));
            received.acquire();
        }
        while (chime.journal().calls().size() < requests) { // An entry is complete before the delay.
            Thread.onSpinWait();
        }
    }

    private void assertThatAllConnectionsEnd() throws IOException {
        for (Socket socket : waiting) {
            try {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            } catch (SocketException reset) {
                // The end of a connection, too.
            }
        }
    }

    @Test
    void waitingResponsesHoldNoThreads() throws IOException, InterruptedException {
        ChimeMessagingServer chime = fakes.start();

        sendAndLeaveWaiting(chime, REQUESTS);

        assertThat(newThreads()).hasSizeLessThan(MOST_THREADS).allMatch(Thread::isDaemon);
    }

    @Test
    void stoppingTheFakeEndsThemAndTheThreads() throws IOException, InterruptedException {
        ChimeMessagingServer chime = fakes.start();
        sendAndLeaveWaiting(chime, REQUESTS);
        Set<Thread> threads = newThreads();

        chime.stop();

        assertThatAllConnectionsEnd();
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(1).toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void stoppingTheFakeEndsASlowBodyAndItsThreadBetweenTwoParts() throws IOException, InterruptedException {
        ChimeMessagingServer chime = fakes.start();
        chime.faults().inject(slowBody(FOREVER));
        SocketRequest list = list(chime);
        waiting.add(list.sendTo(chime));
        while (chime.journal().calls().isEmpty()) {
            Thread.onSpinWait();
        }
        Set<Thread> threads = newThreads();

        chime.stop();

        assertThatAllConnectionsEnd();
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(1).toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    @Test
    void closingAFakeEndsThemAlsoOnAServerOfAPool() throws IOException, InterruptedException {
        ServerPool pool = fakes.closeAfterTest(ServerPool.create());
        ChimeMessagingServer chime = fakes.start(ChimeMessagingServer.builder().serverPool(pool));
        sendAndLeaveWaiting(chime, 1);

        chime.close();

        assertThatAllConnectionsEnd();
    }

    @Tag("slow")
    @Test
    void goingOfflineAndOnlineManyTimesLeavesNoThreads() throws IOException, InterruptedException {
        ChimeMessagingServer chime = fakes.start();
        chime.faults().delay(FOREVER);
        SocketRequest list = list(chime);

        for (int cycle = 0; cycle < REQUESTS; cycle++) {
            waiting.add(list.sendTo(chime));
            chime.offline();
            chime.online();
        }

        assertThat(newThreads()).hasSizeLessThan(MOST_THREADS).allMatch(Thread::isDaemon);
        assertThatAllConnectionsEnd();
    }

    /** Only WireMock with Jetty 11 serves anything after a restart. */
    @Test
    @EnabledIf("hasJetty11")
    void theServerServesDelayedResponsesAfterARestartToo() throws IOException {
        ChimeMessagingServer chime = fakes.start();
        WireMockServer wireMock = chime.unwrap(WireMockServer.class);
        SocketRequest list = list(chime);
        chime.faults().on(LIST_CHANNELS).delay(Duration.ofMillis(1));
        wireMock.stop();
        wireMock.start();

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), wireMock.port())) {
            assertThat(list.statusFrom(socket)).contains(200);
        }
    }

    static boolean hasJetty11() {
        return hasServer("jetty11.Jetty11HttpServer") && !hasServer("jetty12.Jetty12HttpServer");
    }

    private static boolean hasServer(String name) {
        String file = "com/github/tomakehurst/wiremock/" + name.replace('.', '/') + ".class";
        return DelayedResponsesTest.class.getClassLoader().getResource(file) != null;
    }

    @Test
    void aDelayedResponseMayBeLost() throws IOException {
        ChimeMessagingServer chime = fakes.start();
        chime.faults().on(LIST_CHANNELS).delay(Duration.ofMillis(1));
        chime.faults().on(LIST_CHANNELS).loseResponse();

        try (Socket socket = list(chime).sendTo(chime)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void theConnectionOfADelayedResponseMayBeReset() throws IOException {
        ChimeMessagingServer chime = fakes.start();
        chime.faults().on(LIST_CHANNELS).delay(Duration.ofMillis(1));
        chime.faults().on(LIST_CHANNELS).loseRequest();

        try (Socket socket = list(chime).sendTo(chime)) {
            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getInputStream().read());
        }
    }
}
