package io.github.chimefake.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The encoding, by examples of X.690 and RFC 5280. */
class DerTest {
    private static String hex(byte[] value) {
        return HexFormat.of().formatHex(value);
    }

    @Test
    void lengthsAreAsShortAsPossible() {
        assertThat(hex(Der.octetString(new byte[127]))).startsWith("047f00");
        assertThat(hex(Der.octetString(new byte[128]))).startsWith("04818000");
        assertThat(hex(Der.octetString(new byte[256]))).startsWith("0482010000");
        assertThat(hex(Der.octetString(new byte[65_536]))).startsWith("048301000000");
    }

    @ParameterizedTest
    @CsvSource({"0,020100", "127,02017f", "128,02020080", "256,02020100", "-1,0201ff"})
    void integersHaveTheirSign(long number, String expected) {
        assertThat(hex(Der.integer(number))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10045.4.3.2,06082a8648ce3d040302",
        "2.5.29.30,0603551d1e",
        "1.3.6.1.5.5.7.3.1,06082b06010505070301"
    })
    void objectIdentifiers(String dotted, String expected) {
        assertThat(hex(Der.objectIdentifier(dotted))).isEqualTo(expected);
    }

    @Test
    void theFormOfATimeDependsOnItsYear() {
        assertThat(Der.time(Instant.parse("2049-12-31T23:59:59Z"))).asString().endsWith("491231235959Z");
        assertThat(Der.time(Instant.parse("2050-01-01T00:00:00.9Z"))).asString().endsWith("20500101000000Z");
    }

    @Test
    void aBitStringOfOneBitHasNoZerosBehindIt() {
        assertThat(hex(Der.onlyBit(0))).isEqualTo("03020780");
        assertThat(hex(Der.onlyBit(5))).isEqualTo("03020204");
    }

    @Test
    void containersHaveTheirElements() {
        assertThat(hex(Der.sequence(Der.isTrue(), Der.set(Der.utf8String("a")))))
                .isEqualTo("30080101ff31030c0161");
        assertThat(hex(Der.contextOf(3, Der.context(2, new byte[] {1})))).isEqualTo("a303820101");
    }
}
