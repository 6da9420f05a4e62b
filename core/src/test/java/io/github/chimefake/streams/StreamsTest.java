package io.github.chimefake.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.actors.Actor;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

class StreamsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String MESSAGES = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-messages";
    private static final String CHANNELS = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-channels";
    private static final Pattern TYPE = Pattern.compile("\\{\"EventType\":\"([A-Z_]+)\",\"Payload\":\\{.*}}");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    @TempDir
    private Path directory;

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();
    private final Actor actor = chime.actor(alice);

    private void configure(StreamingConfiguration... configurations) {
        chime.client()
                .putMessagingStreamingConfigurations(request ->
                        request.appInstanceArn(chime.appInstance().arn()).streamingConfigurations(configurations));
    }

    private static StreamingConfiguration configuration(MessagingDataType type, String stream) {
        return StreamingConfiguration.builder()
                .dataType(type)
                .resourceArn(stream)
                .build();
    }

    private void configureBoth() {
        configure(
                configuration(MessagingDataType.CHANNEL, CHANNELS),
                configuration(MessagingDataType.CHANNEL_MESSAGE, MESSAGES));
    }

    private Path file() {
        return directory.resolve("stream.jsonl");
    }

    private List<String> records(StreamDelivery delivery) {
        delivery.awaitDelivered(LIMIT);
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> types(StreamDelivery delivery) {
        return types(records(delivery));
    }

    private static List<String> types(List<String> records) {
        return records.stream()
                .map(TYPE::matcher)
                .peek(matcher -> assertThat(matcher.matches()).isTrue())
                .map(matcher -> matcher.group(1))
                .toList();
    }

    @Test
    void appendsTheRecordsOfMessagesAndChannels() {
        configureBoth();
        StreamDelivery delivery = chime.streams().toFile(file());

        String message = actor.send(general, "hello");
        actor.edit(general, message, "hello, everybody");
        actor.redact(general, message);
        actor.client()
                .updateChannel(
                        request -> request.channelArn(general.arn()).name("all").mode("RESTRICTED"));
        actor.add(general, bob);
        actor.remove(general, bob);

        assertThat(types(delivery))
                .containsExactly(
                        "CREATE_CHANNEL_MESSAGE",
                        "UPDATE_CHANNEL_MESSAGE",
                        "REDACT_CHANNEL_MESSAGE",
                        "UPDATE_CHANNEL",
                        "CREATE_CHANNEL_MEMBERSHIP",
                        "DELETE_CHANNEL_MEMBERSHIP");
        assertThat(delivery.delivered()).isEqualTo(6);
        assertThat(delivery.failed()).isZero();
        assertThat(records(delivery).get(0))
                .startsWith("{\"EventType\":\"CREATE_CHANNEL_MESSAGE\",\"Payload\":{\"ChannelArn\":\"" + general.arn())
                .contains("\"MessageId\":\"" + message + "\"", "\"Content\":\"hello\"");
    }

    @Test
    void hasWhatUsersDoNotReceive() {
        configureBoth();
        StreamDelivery delivery = chime.streams().toFile(file());

        String channel = actor.client()
                .createChannel(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .name("new")
                                .memberArns(bob.arn()))
                .channelArn();
        actor.client()
                .createChannelModerator(request -> request.channelArn(channel).channelModeratorArn(bob.arn()));
        actor.client()
                .deleteChannelModerator(request -> request.channelArn(channel).channelModeratorArn(bob.arn()));
        actor.client().deleteChannel(request -> request.channelArn(channel));

        assertThat(types(delivery))
                .containsExactly(
                        "CREATE_CHANNEL",
                        "CREATE_CHANNEL_MEMBERSHIP",
                        "CREATE_CHANNEL_MEMBERSHIP",
                        "CREATE_CHANNEL_MODERATOR",
                        "CREATE_CHANNEL_MODERATOR",
                        "DELETE_CHANNEL_MODERATOR",
                        "DELETE_CHANNEL");
        assertThat(records(delivery).get(0)).contains("\"ChannelArn\":\"" + channel, "\"Name\":\"new\"");
        assertThat(records(delivery).get(4)).contains("\"Moderator\":{\"Arn\":\"" + bob.arn());
    }

    @Test
    void tellsOfSubChannels() {
        configureBoth();
        StreamDelivery delivery = chime.streams().toFile(file());

        String channel = actor.client()
                .createChannel(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .name("elastic")
                                .elasticChannelConfiguration(elastic -> elastic.maximumSubChannels(2)
                                        .targetMembershipsPerSubChannel(2)
                                        .minimumMembershipPercentage(1)))
                .channelArn();
        actor.add(ChimeChannel.of(channel), bob);

        assertThat(types(delivery))
                .contains("CREATE_CHANNEL", "CREATE_SUB_CHANNEL")
                .endsWith("CREATE_CHANNEL_MEMBERSHIP");
        assertThat(records(delivery))
                .anySatisfy(record -> assertThat(record)
                        .startsWith("{\"EventType\":\"CREATE_SUB_CHANNEL\",\"Payload\":{\"ChannelArn\":\"" + channel
                                + "\",\"SubChannelId\":\""));
    }

    @Test
    void hasOnlyTheDataTypesOfTheConfigurationAndNothingBeforeIt() {
        StreamDelivery delivery = chime.streams().toFile(file());
        actor.send(general, "before");
        configure(configuration(MessagingDataType.CHANNEL, CHANNELS));
        actor.send(general, "not configured");
        actor.add(general, bob);

        assertThat(types(delivery)).containsExactly("CREATE_CHANNEL_MEMBERSHIP");
    }

    @Test
    void canBeLimitedToOneStream() {
        configureBoth();
        StreamDelivery delivery = chime.streams().ofStream(MESSAGES).toFile(file());
        actor.send(general, "hello");
        actor.add(general, bob);

        assertThat(types(delivery)).containsExactly("CREATE_CHANNEL_MESSAGE");
    }

    @Test
    void ofTheBaselineStaysThroughResetsUntilItIsClosed() {
        configureBoth();
        StreamDelivery delivery = chime.streams().toFile(file());
        chime.snapshots().markBaseline();
        actor.send(general, "1");
        chime.reset();
        actor.send(general, "2");
        assertThat(records(delivery)).hasSize(2);

        delivery.close();
        actor.send(general, "3");

        assertThat(records(delivery)).hasSize(2);
        assertThat(delivery.failed()).isZero();
    }

    @Test
    void ofATestEndsWithTheReset() {
        configureBoth();
        chime.snapshots().markBaseline();
        StreamDelivery delivery = chime.streams().toFile(file());
        actor.send(general, "1");
        chime.reset();
        actor.send(general, "2");

        assertThat(records(delivery)).singleElement().asString().contains("\"Content\":\"1\"");
        assertThat(delivery.failed()).isZero();
    }

    @Test
    void isCompleteWhenTheFakeIsClosed() throws IOException {
        configureBoth();
        StreamDelivery delivery = chime.streams().toFile(file());
        Stream.of("1", "2", "3").forEach(text -> actor.send(general, text));
        chime.close();

        assertThat(Files.readAllLines(file())).hasSize(3);
        assertThat(delivery.delivered()).isEqualTo(3);
    }

    @Test
    void endsWithClear() {
        configureBoth();
        StreamDelivery delivery = chime.streams().toFile(file());
        chime.streams().clear();
        actor.send(general, "hello");

        assertThat(records(delivery)).isEmpty();
    }

    @Test
    void needsADirectoryThatExists() {
        Path elsewhere = directory.resolve("missing").resolve("stream.jsonl");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> chime.streams().toFile(elsewhere))
                .withMessageContaining(elsewhere + " cannot be written")
                .withMessageContaining("in a directory that exists");
    }

    @Test
    void sendsOneRecordAfterAnother() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        try (Receiver receiver = new Receiver(exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().containsKey("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
        })) {
            configureBoth();
            StreamDelivery delivery = chime.streams().toUrl(receiver.url("/records?from=chime"));
            Stream.of("1", "2", "3", "ü").forEach(text -> actor.send(general, text));
            delivery.awaitDelivered(LIMIT);

            assertThat(received)
                    .hasSize(4)
                    .allMatch(request -> request.startsWith("POST /records?from=chime application/json false {"));
            assertThat(received.get(3)).contains("\"Content\":\"ü\"");
            assertThat(delivery.delivered()).isEqualTo(4);
            assertThat(delivery).hasToString("delivery of streams to " + receiver.url("/records"));
        }
    }

    @Test
    void followsNoRedirectAndGoesOnAfterAFailure() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        try (Receiver receiver = new Receiver(exchange -> {
            received.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(received.size() == 1 ? 307 : 200, -1);
        })) {
            configureBoth();
            StreamDelivery delivery = chime.streams().toUrl(receiver.url("/records"));
            actor.send(general, "lost");
            actor.send(general, "delivered");
            delivery.awaitDelivered(LIMIT);

            assertThat(received).containsExactly("/records", "/records");
            assertThat(delivery.failed()).isOne();
            assertThat(delivery.delivered()).isOne();
            assertThat(delivery.lastFailure()).contains("The response was 307 and not 2xx; redirects are not followed");
        }
    }

    @Test
    void delaysNoCall() throws IOException {
        CountDownLatch called = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(exchange -> {
            await(called);
            exchange.sendResponseHeaders(200, -1);
        })) {
            configureBoth();
            StreamDelivery delivery = chime.streams().toUrl(receiver.url("/"));
            Stream.of("1", "2", "3").forEach(text -> actor.send(general, text));

            assertThatIllegalStateException()
                    .isThrownBy(() -> delivery.awaitDelivered(Duration.ofMillis(1)))
                    .withMessageContaining("records are still waiting to be delivered to http://127.0.0.1:");
            called.countDown();
            delivery.awaitDelivered(LIMIT);

            assertThat(delivery.delivered()).isEqualTo(3);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void refusesHostsThatAreNotAllowed() {
        Streams streams = chime.streams();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.toUrl(URI.create("https://collector.example/records")))
                .withMessageContaining("is on collector.example, which is not loopback and was not allowed");
        assertThat(streams.allowHost("Collector.example").toUrl(URI.create("https://collector.example/records")))
                .hasToString("delivery of streams to https://collector.example/records");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.allowHost("https://collector.example"))
                .withMessageContaining("is not a host");
    }

    /** A server for records on loopback. */
    private record Receiver(HttpServer server) implements AutoCloseable {
        private interface Answer {
            void to(HttpExchange exchange) throws IOException;
        }

        Receiver(Answer answer) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.createContext("/", exchange -> {
                try (exchange) {
                    answer.to(exchange);
                }
            });
            server.start();
        }

        URI url(String target) {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + target);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
