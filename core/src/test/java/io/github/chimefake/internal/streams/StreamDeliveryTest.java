package io.github.chimefake.internal.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.messaging.store.StateWrite;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.internal.streams.DefaultStreamDelivery.Limits;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/** The limits of a delivery. */
class StreamDeliveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    private final Destination waiting = new Destination() {
        @Override
        public void deliver(byte[] record) throws IOException {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            delivered.add(new String(record, UTF_8));
        }

        @Override
        public void close() {}
    };

    @BeforeEach
    void configure() {
        chime.client()
                .putMessagingStreamingConfigurations(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .streamingConfigurations(StreamingConfiguration.builder()
                                        .dataType("ChannelMessage")
                                        .resourceArn("arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-x")
                                        .build()));
    }

    private DefaultStreamDelivery delivery(Destination destination, Limits limits) {
        return fakes.closeAfterTest(new DefaultStreamDelivery(
                destination, limits, new Configurations(Optional.empty()), () -> {}, () -> {}));
    }

    private List<StateWrite> writes(String... contents) {
        List<StateWrite> writes = new CopyOnWriteArrayList<>();
        FakeServer.of(chime).messaging().subscribe(writes::add);
        Stream.of(contents).forEach(content -> chime.actor(alice).send(general, content));
        return writes;
    }

    @Test
    void dropsAndCountsWhatDoesNotFitIntoTheQueue() {
        DefaultStreamDelivery delivery = delivery(waiting, new Limits(2, 10_000, LIMIT));
        writes("1", "2", "3", "4").forEach(delivery);
        released.countDown();
        delivery.awaitDelivered(LIMIT);

        assertThat(delivered).hasSize(2);
        assertThat(delivery.delivered()).isEqualTo(2);
        assertThat(delivery.failed()).isEqualTo(2);
        assertThat(delivery.lastFailure()).contains("2 writes are waiting already");
    }

    @Test
    void logsWhatDoesNotFitByItsOwnThread() {
        CompletableFuture<Thread> logging = new CompletableFuture<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logRecord) {
                logging.complete(Thread.currentThread());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(DefaultStreamDelivery.class.getName());
        logger.addHandler(handler);
        fakes.closeAfterTest(() -> logger.removeHandler(handler));
        DefaultStreamDelivery delivery = delivery(waiting, new Limits(1, 10_000, LIMIT));

        writes("1", "2").forEach(delivery);
        assertThat(logging).isNotDone();
        released.countDown();

        assertThat(logging.orTimeout(30, TimeUnit.SECONDS).join()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void deliversNoRecordThatIsTooLarge() {
        released.countDown();
        DefaultStreamDelivery delivery = delivery(waiting, new Limits(10, 1_500, LIMIT));
        writes("x".repeat(2_000), "small").forEach(delivery);
        delivery.awaitDelivered(LIMIT);

        assertThat(delivered).singleElement().asString().contains("small");
        assertThat(delivery.lastFailure().orElseThrow()).endsWith("bytes, and at most 1500 are delivered");
    }

    @Test
    void waitsForNoWriteThatFollowsTheCall() {
        AtomicReference<Runnable> further = new AtomicReference<>(() -> {});
        Destination endless = new Destination() {
            @Override
            public void deliver(byte[] record) {
                further.get().run();
            }

            @Override
            public void close() {}
        };
        DefaultStreamDelivery delivery = delivery(endless, new Limits(10, 10_000, LIMIT));
        StateWrite write = writes("1").get(0);
        further.set(() -> delivery.accept(write));
        delivery.accept(write);

        delivery.awaitDelivered(LIMIT);

        assertThat(delivery.delivered()).isPositive();
        further.set(() -> {});
    }

    @Test
    void closesSeveralAtTheSameTime() {
        DefaultStreamDelivery first = delivery(waiting, new Limits(10, 10_000, LIMIT));
        DefaultStreamDelivery second = fakes.closeAfterTest(new DefaultStreamDelivery(
                waiting,
                new Limits(10, 10_000, LIMIT),
                new Configurations(Optional.empty()),
                () -> {},
                released::countDown));
        writes("1", "2").forEach(first);

        DefaultStreamDelivery.closeAll(List.of(first, second));

        assertThat(first.delivered()).isEqualTo(2);
        assertThat(first.failed()).isZero();
    }

    @Test
    void deliversUpToOneMegabyteByDefault() {
        assertThat(Limits.DEFAULT.recordBytes()).isEqualTo(1_048_576);
        assertThat(Limits.DEFAULT.grace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(DefaultStreams.LIMIT).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void countsWhatIsStillWaitingWhenItIsClosed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            DefaultStreamDelivery delivery = delivery(
                    new HttpDestination(StreamUrl.parse(url, Set.of()), LIMIT),
                    new Limits(10, 10_000, Duration.ofMillis(1)));
            writes("1", "2", "3").forEach(delivery);
            delivery.close();
            delivery.awaitDelivered(LIMIT);

            assertThat(delivery.delivered()).isZero();
            assertThat(delivery.failed()).isEqualTo(3);
        }
    }

    @Test
    void waitsForAResponseForALimitedTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            DefaultStreamDelivery delivery = delivery(
                    new HttpDestination(StreamUrl.parse(url, Set.of()), Duration.ofMillis(100)), Limits.DEFAULT);
            writes("1", "2").forEach(delivery);
            delivery.awaitDelivered(LIMIT);

            assertThat(delivery.failed()).isEqualTo(2);
            assertThat(delivery.lastFailure()).contains("There was no response within PT0.1S");
        }
    }
}
