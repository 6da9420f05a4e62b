package io.github.chimefake.internal.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/records,          127.0.0.1,  8080, /records",
        "http://localhost,                       localhost,  80,   /",
        "https://LOCALHOST/a?b=c,                localhost,  443,  /a?b=c",
        "http://[::1]:9/x,                       [0:0:0:0:0:0:0:1], 9, /x",
        "https://collector.example:8443,         collector.example, 8443, /",
        "http://my_service/ü,                    my_service, 80,   /%C3%BC",
    })
    void hasHostPortAndTarget(String url, String host, int port, String target) {
        StreamUrl parsed = StreamUrl.parse(URI.create(url), Set.of("collector.example", "my_service"));

        assertThat(parsed.host()).isEqualTo(host);
        assertThat(parsed.port()).isEqualTo(port);
        assertThat(parsed.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://127.0.0.1/,                  is neither http nor https",
        "/records,                          is neither http nor https",
        "http:records,                      has no host",
        "http:///records,                   has no host",
        "http://127.0.0.1:0/,               has no host",
        "http://127.0.0.1:65536/,           has no host",
        "http://alice:secret@127.0.0.1/,    has a user or a password",
        "http://127.0.0.1@evil.example/,    has a user or a password",
        "http://collector.example.evil/,    is on collector.example.evil",
        "http://10.0.0.1/,                  is on 10.0.0.1",
        "http://2130706433/,                is on 2130706433",
        "http://127.1/,                     is on 127.1",
        "http://169.254.169.254/,           is on 169.254.169.254",
        "http://[::ffff:a9fe:a9fe]/,        is on 169.254.169.254",
    })
    void refusesOtherUrls(String url, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StreamUrl.parse(URI.create(url), Set.of("collector.example")))
                .withMessageContaining(reason)
                .satisfies(refused -> assertThat(refused).message().doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "100.100.100.200",
                "168.63.129.16",
                "192.0.0.192",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[::]",
                "[fe80::1]",
                "[ff02::1]",
                "[fd00:ec2::254]",
                "[fd20:ce::254]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b::7f00:1]",
                "[::a9fe:a9fe]",
                "[2002:a9fe:a9fe::1]",
                "[64:ff9b:1::a9fe:a9fe]",
                "[64:ff9b:1:a9fe:a9:fe00::]",
                "[::ffff:0:a9fe:a9fe]",
                "[::ffff:0:7f00:1]",
                "[2001:0:a9fe:a9fe::1]",
                "[2001::5601:5601]"
            })
    void refusesAddressesThatMayNotBeUsedAlsoIfTheirHostIsAllowed(String host) {
        StreamUrl url = StreamUrl.parse(URI.create("http://" + host + "/"), List.of(host));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(url::resolve)
                .withMessageContaining("so nothing is sent to it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "192.168.1.1", "172.17.0.1", "203.0.113.7", "[2001:db8::1]", "[fd12::1]", "127.0.0.1"
            })
    void allowsOthersIfTheirHostIsAllowed(String host) throws IOException {
        StreamUrl url = StreamUrl.parse(URI.create("http://" + host + ":81/"), List.of(host));

        assertThat(url.resolve()).singleElement().satisfies(address -> {
            assertThat(address.getAddress()).isEqualTo(InetAddress.getByName(host));
            assertThat(address.getPort()).isEqualTo(81);
        });
    }

    @Test
    void isPrintedWithoutItsQuery() {
        assertThat(StreamUrl.parse(URI.create("http://localhost/x?key=secret"), Set.of()))
                .hasToString("http://localhost/x");
    }
}
