package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever clients send, the server responds as RFC 6455 says. The seeds are fixed, so a failure can be repeated. */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFramesTest {
    private static final int MAX_BYTES = 1024;
    private static final WebSocketSettings SETTINGS =
            Servers.PATIENT.withLimits(new WebSocketSettings.Limits(1000, MAX_BYTES, 1000));

    /** What the server was told at the end of each connection. */
    private final Queue<Integer> codes = new ConcurrentLinkedQueue<>();

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @Test
    void whatIsReadOfBytesIsAsExpected() throws IOException {
        Set<Integer> met = new HashSet<>();
        for (int seed = 0; seed < 3000; seed++) {
            byte[] sent = new HostileFrames(new Random(seed)).next();

            met.add(ExpectedResponse.to(sent, MAX_BYTES).code());
            assertThat(read(new ByteArrayInputStream(sent)))
                    .as("seed %d: %s", seed, HexFormat.of().formatHex(sent))
                    .isEqualTo(ExpectedResponse.to(sent, MAX_BYTES));
        }
        assertThat(met).contains(1000, 1001, 1002, 1006, 1007, 1009, 3000, 4401, 4999);
    }

    private static ExpectedResponse read(InputStream in) throws IOException {
        FrameReader reader = new FrameReader(in, MAX_BYTES);
        List<RawClient.Frame> frames = new ArrayList<>();
        try {
            while (true) {
                Incoming incoming = reader.next();
                if (incoming instanceof Incoming.Close close) {
                    return new ExpectedResponse(frames, close.status().code());
                }
                RawClient.@Nullable Frame response = response(incoming);
                if (response != null) {
                    frames.add(response);
                }
            }
        } catch (ProtocolViolationException violation) {
            return new ExpectedResponse(frames, violation.status().code());
        } catch (EOFException ended) {
            return new ExpectedResponse(frames, CloseStatus.ABNORMAL);
        }
    }

    private static RawClient.@Nullable Frame response(Incoming incoming) {
        if (incoming instanceof Incoming.Text message) {
            return new RawClient.Frame(
                    ClientFrames.TEXT, new String(message.text().getBytes(UTF_8), ISO_8859_1));
        }
        if (incoming instanceof Incoming.Binary message) {
            return new RawClient.Frame(ClientFrames.BINARY, new String(message.bytes(), ISO_8859_1));
        }
        return incoming instanceof Incoming.Ping ping
                ? new RawClient.Frame(ClientFrames.PONG, new String(ping.payload(), ISO_8859_1))
                : null;
    }

    @Test
    void aFewSequencesOverSockets() {
        sendOverSockets(200);
    }

    @Test
    @Tag("thorough")
    void twentyThousandSequencesOverSockets() {
        sendOverSockets(20_000);
    }

    private void sendOverSockets(int sequences) {
        try (Servers servers = new Servers()) {
            WebSocketServer server = servers.accepting(SETTINGS, () -> new EchoListener() {
                @Override
                public void received(String text) {
                    failures(() -> super.received(text));
                }

                @Override
                public void closed(int code, String reason) {
                    codes.add(code);
                }
            });
            IntStream.range(0, sequences).parallel().forEach(seed -> failures(() -> send(server.port(), seed)));
        }
        assertThat(failures.stream().limit(3)).isEmpty();
        assertThat(codes).hasSize(sequences).allMatch(HostileFramesTest::isCodeOfTheRfc);
    }

    /** Something that may fail, in a thread that is not the test's. */
    private interface Attempt {
        void run() throws Exception;
    }

    @SuppressWarnings("IllegalCatch") // Errors of assertions, too.
    private void failures(Attempt attempt) {
        try {
            attempt.run();
        } catch (Exception | Error e) {
            failures.add(e);
        }
    }

    private static boolean isCodeOfTheRfc(int code) {
        return (code >= 1000 && code <= 1014 && code != 1004) || (code >= 3000 && code <= 4999);
    }

    private static void send(int port, int seed) throws IOException {
        byte[] sent = new HostileFrames(new Random(seed)).next();
        ExpectedResponse expected = ExpectedResponse.to(sent, MAX_BYTES);
        List<RawClient.Frame> received = new ArrayList<>();
        RawClient.@Nullable Frame next;
        try (RawClient client = RawClient.open(port)) {
            client.send(sent);
            client.socket().shutdownOutput();
            next = client.frame();
            while (next != null && next.opcode() != ClientFrames.CLOSE) {
                received.add(next);
                next = client.frame();
            }
        }
        String which = "seed " + seed + ": " + HexFormat.of().formatHex(sent);
        if (expected.code() == CloseStatus.ABNORMAL) { // What is queued for a client that is gone is lost.
            assertThat(received)
                    .as(which)
                    .hasSizeLessThanOrEqualTo(expected.frames().size());
            assertThat(received).as(which).isEqualTo(expected.frames().subList(0, received.size()));
            assertThat(next).as(which).isNull();
        } else {
            assertThat(received).as(which).isEqualTo(expected.frames());
            assertThat(next == null ? CloseStatus.ABNORMAL : next.code())
                    .as(which)
                    .isEqualTo(expected.code());
        }
    }
}
