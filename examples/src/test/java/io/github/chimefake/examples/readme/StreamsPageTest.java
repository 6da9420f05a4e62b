package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.streams.StreamDelivery;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

@ChimeMessagingFake
class StreamsPageTest {
    private static final String STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-chat";

    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeChannel general;

    StreamsPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.general = chime.channel("general").members(alice).create();
    }

    @TempDir
    private Path directory;

    @Test
    void recordsGoToAFile() throws Exception {
        StreamDelivery stream = chime.streams().toFile(directory.resolve("stream.jsonl"));
        client.putMessagingStreamingConfigurations(
                request -> request.appInstanceArn(chime.appInstance().arn())
                        .streamingConfigurations(StreamingConfiguration.builder()
                                .dataType(MessagingDataType.CHANNEL_MESSAGE)
                                .resourceArn(STREAM)
                                .build()));
        chime.actor(alice).send(general, "hello");

        stream.awaitDelivered(Duration.ofSeconds(5));
        assertThat(Files.readAllLines(directory.resolve("stream.jsonl")))
                .singleElement()
                .asString()
                .startsWith("{\"EventType\":\"CREATE_CHANNEL_MESSAGE\",\"Payload\":{\"ChannelArn\":");
        stream.close();
    }

    @Test
    void recordsGoToAUrl() {
        int port = 1;
        StreamDelivery posts = chime.streams().toUrl(URI.create("http://127.0.0.1:" + port + "/records"));
        assertThat(posts).hasToString("delivery of streams to http://127.0.0.1:1/records");
        posts.close();
    }
}
