package io.github.chimefake.internal.streams;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The addresses to which no record is sent, whatever name leads to them. */
final class RefusedAddresses {
    /** At these, clouds publish credentials of the machine. Most are link-local; these are the others. */
    private static final List<String> METADATA = List.of(
            "100.100.100.200", // Alibaba Cloud
            "168.63.129.16", // Azure
            "192.0.0.192"); // Oracle Cloud

    /** The beginnings of IPv6 addresses of the same kind: of AWS and of Google Cloud. */
    private static final List<String> METADATA_PREFIXES = List.of("fd000ec2", "fd2000ce");

    /** In these, an IPv4 address is embedded behind the prefix. */
    private static final List<String> EMBEDDING =
            List.of("0064ff9b0000000000000000", "000000000000000000000000", "0000000000000000ffff0000");

    /** In these, a translator or relay decides where an IPv4 address is embedded: NAT64 of a local network, and Teredo. */
    private static final List<String> TRANSLATED = List.of("0064ff9b0001", "20010000");

    private static final String SIX_TO_FOUR = "2002";
    private static final int RESERVED = 240;

    private RefusedAddresses() {}

    /** Returns what the address is, if nothing is sent to it. */
    static Optional<String> reason(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return Optional.empty();
        }
        if (address.isLinkLocalAddress()) {
            return Optional.of("is link-local");
        }
        if (address.isMulticastAddress()) {
            return Optional.of("is a multicast address");
        }
        if (address.isAnyLocalAddress()) {
            return Optional.of("names no machine");
        }
        return address instanceof Inet4Address ? reasonV4(address) : reasonV6((Inet6Address) address);
    }

    private static Optional<String> reasonV4(InetAddress address) {
        int network = Byte.toUnsignedInt(address.getAddress()[0]);
        if (network == 0 || network >= RESERVED) {
            return Optional.of("is reserved");
        }
        return METADATA.contains(address.getHostAddress()) ? Optional.of("publishes metadata") : Optional.empty();
    }

    private static Optional<String> reasonV6(Inet6Address address) {
        byte[] bytes = address.getAddress();
        String text = HexFormat.of().formatHex(bytes);
        if (METADATA_PREFIXES.stream().anyMatch(text::startsWith)) {
            return Optional.of("publishes metadata");
        }
        if (TRANSLATED.stream().anyMatch(text::startsWith)) {
            return Optional.of("may embed any IPv4 address");
        }
        if (EMBEDDING.stream().anyMatch(text::startsWith)) {
            return embedded(Arrays.copyOfRange(bytes, 12, 16));
        }
        return text.startsWith(SIX_TO_FOUR) ? embedded(Arrays.copyOfRange(bytes, 2, 6)) : Optional.empty();
    }

    /** An embedded address may lead to this machine, too, although it is not loopback itself. */
    private static Optional<String> embedded(byte[] bytes) {
        try {
            InetAddress inner = InetAddress.getByAddress(bytes);
            return inner.isLoopbackAddress() ? Optional.of("embeds loopback") : reason(inner);
        } catch (UnknownHostException never) {
            throw new IllegalStateException(never);
        }
    }
}
