package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityAsyncClient;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;

/** What a ready client meets once its fake has ended: a refused connection, as in production where nothing listens. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientsAfterTheEndTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ServerPool pool = fakes.closeAfterTest(ServerPool.create());

    private record End(String name, boolean pooled, Consumer<ChimeMessagingServer> how) {
        ChimeMessagingServer start(ServerPool pool) {
            ChimeMessagingServerBuilder builder = ChimeMessagingServer.builder().users("alice");
            return pooled ? builder.serverPool(pool).start() : builder.start();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private interface Client {
        /** Begins a call with this request configuration, on a client that was taken before. */
        void call(Consumer<AwsRequestOverrideConfiguration.Builder> configuration);
    }

    private interface Taking {
        Client from(ChimeMessagingServer chime);
    }

    private static Client messaging(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        ListChannelsRequest request =
                listChannels(chime.user("alice"), chime.appInstance().arn());
        return configuration -> client.listChannels(
                request.toBuilder().overrideConfiguration(configuration).build());
    }

    private static Client messaging(ChimeMessagingServer chime, ChimeSdkMessagingAsyncClient client) {
        ListChannelsRequest request =
                listChannels(chime.user("alice"), chime.appInstance().arn());
        return configuration -> joined(client.listChannels(
                request.toBuilder().overrideConfiguration(configuration).build()));
    }

    private static Client identity(ChimeSdkIdentityClient client) {
        return configuration -> client.listAppInstances(request -> request.overrideConfiguration(configuration));
    }

    private static Client identity(ChimeSdkIdentityAsyncClient client) {
        return configuration ->
                joined(client.listAppInstances(request -> request.overrideConfiguration(configuration)));
    }

    private static void joined(CompletableFuture<?> call) {
        try {
            call.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private static Stream<Arguments> clientsAndEnds() {
        List<End> ends = List.of(
                new End("close()", false, ChimeMessagingServer::close),
                new End("stop()", false, ChimeMessagingServer::stop),
                new End("close(), into a pool", true, ChimeMessagingServer::close),
                new End("stop(), with a pool", true, ChimeMessagingServer::stop));
        return ends.stream()
                .flatMap(end -> Stream.of(
                        row(end, 3, "client()", chime -> messaging(chime, chime.client())),
                        row(end, 3, "asyncClient()", chime -> messaging(chime, chime.asyncClient())),
                        row(
                                end,
                                0,
                                "clients().withoutRetries().client()",
                                chime -> messaging(
                                        chime, chime.clients().withoutRetries().client())),
                        row(
                                end,
                                0,
                                "clients().withoutRetries().asyncClient()",
                                chime -> messaging(
                                        chime, chime.clients().withoutRetries().asyncClient())),
                        row(
                                end,
                                3,
                                "clients().signedBy(caller).client()",
                                chime -> messaging(
                                        chime,
                                        chime.clients()
                                                .signedBy(chime.caller("role/chat"))
                                                .client())),
                        row(
                                end,
                                3,
                                "clients().speakingFor(user).client()",
                                chime -> messaging(
                                        chime,
                                        chime.clients()
                                                .speakingFor(chime.user("alice"))
                                                .client())),
                        row(
                                end,
                                3,
                                "clients().identityClient()",
                                chime -> identity(chime.clients().identityClient())),
                        row(
                                end,
                                3,
                                "clients().identityAsyncClient()",
                                chime -> identity(chime.clients().identityAsyncClient())),
                        row(
                                end,
                                0,
                                "clients().withoutRetries().identityClient()",
                                chime -> identity(
                                        chime.clients().withoutRetries().identityClient())),
                        row(
                                end,
                                0,
                                "clients().withoutRetries().identityAsyncClient()",
                                chime -> identity(
                                        chime.clients().withoutRetries().identityAsyncClient()))));
    }

    private static Stream<Arguments> differentEnds() {
        return clientsAndEnds()
                .filter(row -> List.of("close(), into a pool", "stop()").contains(row.get()[0].toString()));
    }

    /** A fake waits a second for calls under way to end, so not all of them. */
    private static Stream<Arguments> fewClientsAndEnds() {
        return differentEnds()
                .filter(row -> List.of("client()", "asyncClient()").contains(row.get()[1]));
    }

    private static Arguments row(End end, int retries, String name, Taking taking) {
        return Arguments.of(end, name, retries, taking);
    }

    private static final class Retries implements MetricPublisher {
        private final ConcurrentLinkedQueue<Integer> counted = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(MetricCollection metrics) {
            counted.addAll(metrics.metricValues(CoreMetric.RETRY_COUNT));
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest(name = "{1} after {0}")
    @MethodSource("clientsAndEnds")
    void everyCallMeetsARefusedConnectionAndIsRetriedAsThePolicySays(
            End end, String name, int expectedRetries, Taking taking) {
        ChimeMessagingServer chime = end.start(pool);
        Client client = taking.from(chime);
        client.call(configuration -> {});
        end.how().accept(chime);
        Retries retries = new Retries();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.call(configuration -> configuration
                        .addMetricPublisher(retries)
                        .apiCallTimeout(Duration.ofMinutes(1))
                        .apiCallAttemptTimeout(Duration.ofMinutes(1))))
                .withCauseInstanceOf(ConnectException.class)
                .withMessageContaining("Connection refused");

        assertThat(retries.counted).containsExactly(expectedRetries);
    }

    @ParameterizedTest(name = "{1} after {0}")
    @MethodSource("differentEnds")
    void aClientThatMadeNoCallBeforeMeetsTheSame(End end, String name, int expectedRetries, Taking taking) {
        ChimeMessagingServer chime = end.start(pool);
        Client client = taking.from(chime);
        end.how().accept(chime);

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.call(configuration -> {}))
                .withCauseInstanceOf(ConnectException.class);
    }

    @ParameterizedTest(name = "{1} after {0}")
    @MethodSource("fewClientsAndEnds")
    void aCallThatTheEndInterruptsFailsAsABrokenConnectionOrARefusedOne(
            End end, String name, int expectedRetries, Taking taking) throws Exception {
        PausableClock clock = new PausableClock();
        ChimeMessagingServerBuilder builder =
                ChimeMessagingServer.builder().users("alice").clock(clock);
        ChimeMessagingServer chime = end.pooled() ? builder.serverPool(pool).start() : builder.start();
        Client client = taking.from(chime);
        PausableClock.Pause pause = clock.pauseAtTheNextLook();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> failure.complete(catchThrowable(() -> client.call(configuration -> {}))));
        caller.start();
        pause.awaitLook();

        end.how().accept(chime);

        assertThat(failure.get()).isInstanceOf(SdkClientException.class).hasCauseInstanceOf(IOException.class);
        pause.goOn();
    }

    @Test
    void noCallReachesTheFakeThatHasTheServerNext() {
        ChimeMessagingServer first =
                ChimeMessagingServer.builder().users("alice").serverPool(pool).start();
        List<Client> clients = List.of(
                messaging(first, first.client()),
                messaging(first, first.asyncClient()),
                messaging(
                        first, first.clients().speakingFor(first.user("alice")).client()),
                identity(first.clients().identityClient()),
                identity(first.clients().identityAsyncClient()));
        first.close();

        ChimeMessagingServer next =
                ChimeMessagingServer.builder().users("alice").serverPool(pool).start();
        assertThat(next.endpoint()).isEqualTo(first.endpoint());
        assertThat(clients)
                .allSatisfy(client -> assertThatExceptionOfType(SdkClientException.class)
                        .isThrownBy(() -> client.call(configuration -> {}))
                        .withCauseInstanceOf(ConnectException.class));

        assertThat(next.journal().calls()).isEmpty();
        assertThat(next.journal().lateCalls()).isEmpty();
        ChimeUser alice = next.user("alice");
        next.client().listChannels(listChannels(alice, next.appInstance().arn()));
        assertThat(next.journal().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.operation()).contains(LIST_CHANNELS));
    }
}
