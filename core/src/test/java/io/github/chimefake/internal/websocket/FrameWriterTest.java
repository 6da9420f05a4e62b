package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameWriterTest {
    @ParameterizedTest
    @CsvSource({
        "0, 8100",
        "1, 8101",
        "125, 817D",
        "126, 817E007E",
        "65535, 817EFFFF",
        "65536, 817F0000000000010000",
        "70000, 817F0000000000011170"
    })
    void writesTheLengthInTheShortestForm(int length, String header) {
        byte[] frame = FrameWriter.text("x".repeat(length));

        byte[] expected = HexFormat.of().parseHex(header);
        assertThat(Arrays.copyOf(frame, expected.length)).isEqualTo(expected);
        assertThat(frame).hasSize(expected.length + length);
        assertThat(new String(frame, expected.length, length, UTF_8)).isEqualTo("x".repeat(length));
    }

    @Test
    void writesEveryKindOfFrame() {
        assertThat(FrameWriter.frame(Opcode.PING, new byte[0]))
                .isEqualTo(HexFormat.of().parseHex("8900"));
        assertThat(FrameWriter.frame(Opcode.PONG, new byte[] {1}))
                .isEqualTo(HexFormat.of().parseHex("8A0101"));
        assertThat(FrameWriter.frame(Opcode.BINARY, new byte[] {2}))
                .isEqualTo(HexFormat.of().parseHex("820102"));
        assertThat(FrameWriter.close(new CloseStatus(4401, "no")))
                .isEqualTo(HexFormat.of().parseHex("880411316E6F"));
    }

    @ParameterizedTest
    @CsvSource({"0, 8100", "1, 810161", "2, 810261C3", "3, 810361C3A9", "9, 810361C3A9", "-1, 8100"})
    void aTruncatedTextHasItsFirstBytes(int bytes, String frame) {
        assertThat(FrameWriter.truncatedText("aé", bytes))
                .isEqualTo(HexFormat.of().parseHex(frame));
    }
}
