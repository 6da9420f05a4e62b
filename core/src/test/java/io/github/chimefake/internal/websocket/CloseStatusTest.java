package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloseStatusTest {
    private static CloseStatus parse(int code) throws ProtocolViolationException {
        return CloseStatus.parse(new byte[] {(byte) (code >> 8), (byte) code});
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4401, 4999
            })
    void clientsMaySendTheseCodes(int code) throws ProtocolViolationException {
        assertThat(parse(code)).isEqualTo(new CloseStatus(code, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
    void clientsMustNotSendTheseCodes(int code) {
        assertThatExceptionOfType(ProtocolViolationException.class)
                .isThrownBy(() -> parse(code))
                .withMessageContaining("Close code " + code)
                .satisfies(violation -> assertThat(violation.status().code()).isEqualTo(1002));
    }

    @Test
    void aCloseFrameMayBeEmpty() throws ProtocolViolationException {
        assertThat(CloseStatus.parse(new byte[0])).isEqualTo(new CloseStatus(1005, ""));
        assertThat(new CloseStatus(1005, "ignored").payload()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"03, 1002", "03E8FF, 1007", "03E8E282, 1007"})
    void otherPayloadsAreViolations(String hex, int code) {
        assertThatExceptionOfType(ProtocolViolationException.class)
                .isThrownBy(() -> CloseStatus.parse(HexFormat.of().parseHex(hex)))
                .satisfies(violation -> assertThat(violation.status().code()).isEqualTo(code));
    }

    @Test
    void whatIsWrittenCanBeRead() throws ProtocolViolationException {
        CloseStatus status = new CloseStatus(4003, "kicked é");

        assertThat(CloseStatus.parse(status.payload())).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "€", "\uD83D\uDE00"})
    void aLongReasonIsCutBetweenCharacters(String character) throws ProtocolViolationException {
        for (int shift = 0; shift < 4; shift++) {
            byte[] payload = new CloseStatus(1000, "a".repeat(shift) + character.repeat(130)).payload();

            String reason = CloseStatus.parse(payload).reason();
            assertThat(reason.getBytes(UTF_8)).hasSizeBetween(120, 123);
            assertThat(reason).matches("a{" + shift + "}(" + character + ")+");
        }
    }
}
