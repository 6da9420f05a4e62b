package io.github.chimefake.internal.control.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostsTest {
    private static Hosts bound(String address, String... advertised) throws UnknownHostException {
        return new Hosts(InetAddress.getByName(address), List.of(advertised));
    }

    @Test
    void anIpv6AddressIsAcceptedInAnyForm() throws Exception {
        Hosts hosts = bound("2001:db8::1", "[2001:DB8:0::2]:8087");

        assertThat(List.of(
                        "[2001:db8::1]:80", "[2001:db8:0:0:0:0:0:1]", "[2001:db8::2]:8087", "[2001:0db8::0002]:8087"))
                .allMatch(hosts::accept);
        assertThat(List.of("[2001:db8::3]", "[2001:db8::2]:1", "2001:db8::1")).noneMatch(hosts::accept);
    }

    @Test
    void theZoneOfTheBoundAddressIsNotExpected() throws Exception {
        assertThat(bound("fe80::1%1").accept("[fe80::1]:80")).isTrue();
    }

    @Test
    void namesOfLoopbackAreAccepted() throws Exception {
        assertThat(List.of("fake.localhost:80", "[0:0:0:0:0:0:0:1]", "[::1]:1", "127.9.9.9"))
                .allMatch(bound("0.0.0.0")::accept);
        assertThat(List.of("localhost.evil.example", "evillocalhost", "0.0.0.0"))
                .noneMatch(bound("0.0.0.0")::accept);
    }
}
