package io.github.chimefake.internal.websocket;

import static io.github.chimefake.internal.websocket.ClientFrames.BINARY;
import static io.github.chimefake.internal.websocket.ClientFrames.CLOSE;
import static io.github.chimefake.internal.websocket.ClientFrames.CONTINUATION;
import static io.github.chimefake.internal.websocket.ClientFrames.LAST;
import static io.github.chimefake.internal.websocket.ClientFrames.PING;
import static io.github.chimefake.internal.websocket.ClientFrames.TEXT;
import static io.github.chimefake.internal.websocket.ClientFrames.concat;
import static io.github.chimefake.internal.websocket.ClientFrames.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int MAX_BYTES = 100_000;
    private static final String FIRST_CHARACTERS = "aé€\uD83D\uDE00";

    private static FrameReader reader(byte[]... frames) {
        return new FrameReader(new ByteArrayInputStream(concat(frames)), MAX_BYTES);
    }

    /** Gives a few bytes at a time, as the network does. */
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(50)));
            }
        };
    }

    private static String text(Random random, int characters) {
        return random.ints(characters, 0, FIRST_CHARACTERS.codePointCount(0, FIRST_CHARACTERS.length()))
                .map(index -> FIRST_CHARACTERS.codePoints().toArray()[index])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65535, 65536, MAX_BYTES})
    void readsMessagesOfEveryFormOfLength(int length) throws IOException, ProtocolViolationException {
        String text = "x".repeat(length);
        FrameReader reader = reader(ClientFrames.text(text), frame(LAST | BINARY, text.getBytes(UTF_8)));

        assertThat(reader.next()).isEqualTo(new Incoming.Text(text));
        assertThat(((Incoming.Binary) reader.next()).bytes()).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void putsFragmentsTogetherWhereverTheyAreDivided() throws IOException, ProtocolViolationException {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            String text = text(random, random.nextInt(200));
            byte[] frames = ClientFrames.fragments(TEXT, text.getBytes(UTF_8), random);
            FrameReader reader = new FrameReader(inPieces(frames, random), MAX_BYTES);
            List<Incoming> messages = new ArrayList<>();

            while (messages.isEmpty()) {
                Incoming incoming = reader.next();
                if (!(incoming instanceof Incoming.Ping || incoming instanceof Incoming.Pong)) {
                    messages.add(incoming);
                }
            }

            assertThat(messages).containsExactly(new Incoming.Text(text));
        }
    }

    @Test
    void everyMaskIsRemoved() throws IOException, ProtocolViolationException {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            String text = text(random, random.nextInt(70));
            FrameReader reader = reader(frame(LAST | TEXT, random.nextInt(), text.getBytes(UTF_8)));

            assertThat(reader.next()).isEqualTo(new Incoming.Text(text));
        }
    }

    @Test
    void controlFramesMayComeBetweenFragments() throws IOException, ProtocolViolationException {
        FrameReader reader = reader(
                frame(TEXT, "a".getBytes(UTF_8)),
                frame(LAST | PING, "ping".getBytes(UTF_8)),
                frame(LAST | ClientFrames.PONG, new byte[0]),
                frame(LAST | CONTINUATION, "b".getBytes(UTF_8)),
                ClientFrames.close(4000, "bye"));

        assertThat(((Incoming.Ping) reader.next()).payload()).isEqualTo("ping".getBytes(UTF_8));
        assertThat(reader.next()).isEqualTo(new Incoming.Pong());
        assertThat(reader.next()).isEqualTo(new Incoming.Text("ab"));
        assertThat(reader.next()).isEqualTo(new Incoming.Close(new CloseStatus(4000, "bye")));
    }

    private static Stream<Arguments> violations() {
        byte[] none = new byte[0];
        byte[] one = {'x'};
        byte[] invalid = {(byte) 0xFF};
        return Stream.of(
                arguments("reserved bit 1", 1002, new byte[][] {frame(LAST | 0x40 | TEXT, one)}),
                arguments("reserved bit 2", 1002, new byte[][] {frame(LAST | 0x20 | TEXT, one)}),
                arguments("reserved bit 3", 1002, new byte[][] {frame(LAST | 0x10 | PING, one)}),
                arguments("reserved opcode 3", 1002, new byte[][] {frame(LAST | 0x3, one)}),
                arguments("reserved opcode 7", 1002, new byte[][] {frame(LAST | 0x7, one)}),
                arguments("reserved opcode 11", 1002, new byte[][] {frame(LAST | 0xB, one)}),
                arguments("reserved opcode 15", 1002, new byte[][] {frame(LAST | 0xF, one)}),
                arguments("no mask", 1002, new byte[][] {{(byte) (LAST | TEXT), 1, 'x'}}),
                arguments("fragmented ping", 1002, new byte[][] {frame(PING, one)}),
                arguments("fragmented close", 1002, new byte[][] {frame(CLOSE, none)}),
                arguments("ping of 126 bytes", 1002, new byte[][] {frame(LAST | PING, new byte[126])}),
                arguments("close of 126 bytes", 1002, new byte[][] {frame(LAST | CLOSE, new byte[126])}),
                arguments("two bytes for 125", 1002, new byte[][] {frame(LAST | TEXT, 126, 2, 1, new byte[125])}),
                arguments("eight for 65535", 1002, new byte[][] {frame(LAST | TEXT, 127, 8, 1, new byte[65535])}),
                arguments("negative length", 1002, new byte[][] {
                    {(byte) (LAST | TEXT), (byte) 0xFF, -1, 0, 0, 0, 0, 0, 0, 0}
                }),
                arguments("continuation of nothing", 1002, new byte[][] {frame(LAST | CONTINUATION, one)}),
                arguments("continuation after the last", 1002, new byte[][] {
                    frame(TEXT, one), frame(LAST, one), frame(LAST, one)
                }),
                arguments("text within a text", 1002, new byte[][] {frame(TEXT, one), frame(LAST | TEXT, one)}),
                arguments("binary within a text", 1002, new byte[][] {frame(TEXT, one), frame(BINARY, one)}),
                arguments("invalid text", 1007, new byte[][] {frame(LAST | TEXT, invalid)}),
                arguments("text that ends within a character", 1007, new byte[][] {
                    frame(LAST | TEXT, new byte[] {(byte) 0xC3})
                }),
                arguments("invalid fragment, before the last one", 1007, new byte[][] {
                    frame(TEXT, new byte[] {(byte) 0xC3}), frame(CONTINUATION, one)
                }),
                arguments("invalid byte of a frame that goes on", 1007, new byte[][] {
                    {(byte) (LAST | TEXT), (byte) (0x80 | 100), 0, 0, 0, 0, (byte) 0xFF}
                }),
                arguments("too long", 1009, new byte[][] {frame(LAST | TEXT, new byte[MAX_BYTES + 1])}),
                arguments("too long together", 1009, new byte[][] {
                    frame(BINARY, new byte[MAX_BYTES]), frame(LAST | CONTINUATION, one)
                }),
                arguments("too long as announced", 1009, new byte[][] {
                    {(byte) (LAST | BINARY), (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0}
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violations")
    void whatTheProtocolForbidsHasACloseCode(String name, int code, byte[][] frames) {
        FrameReader reader = reader(frames);

        assertThatExceptionOfType(ProtocolViolationException.class)
                .isThrownBy(() -> {
                    while (true) {
                        reader.next();
                    }
                })
                .satisfies(violation -> assertThat(violation.status().code()).isEqualTo(code));
    }

    @Test
    void aStreamMayEndAnywhere() {
        byte[] frames = concat(
                frame(TEXT, new byte[130]),
                frame(LAST | PING, new byte[3]),
                frame(LAST | CONTINUATION, new byte[70000]));
        for (int length = 0; length < frames.length; length += length < 200 ? 1 : 997) {
            FrameReader reader = new FrameReader(new ByteArrayInputStream(frames, 0, length), MAX_BYTES);

            assertThatExceptionOfType(EOFException.class).as("%d bytes", length).isThrownBy(() -> {
                reader.next();
                reader.next();
            });
        }
    }
}
