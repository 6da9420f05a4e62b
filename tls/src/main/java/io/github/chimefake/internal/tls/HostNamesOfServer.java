package io.github.chimefake.internal.tls;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hosts under which a server is reached: loopback, and those that were given.
 *
 * @param given the hosts besides loopback
 */
record HostNamesOfServer(List<HostName> given) {
    private static final int LOOPBACK_PREFIX = 8;

    private static final List<HostName> LOOPBACK =
            List.of(HostName.parse("localhost"), HostName.parse("127.0.0.1"), HostName.parse("::1"));

    HostNamesOfServer {
        given = List.copyOf(given);
    }

    static HostNamesOfServer parse(Collection<String> hosts) {
        return new HostNamesOfServer(hosts.stream().map(HostName::parse).toList());
    }

    /** Returns the {@code GeneralNames} of a server's certificate. */
    byte[] alternativeNames() {
        return Der.sequence(
                distinct(LOOPBACK).stream().map(HostName::generalName).toArray(byte[][]::new));
    }

    /** Returns the {@code NameConstraints} of an authority, which permit no other host. */
    byte[] constraints() {
        byte[][] permitted = distinct(
                        LOOPBACK.stream().map(HostNamesOfServer::network).toList())
                .stream()
                .map(host -> Der.sequence(host.constraint()))
                .toArray(byte[][]::new);
        return Der.sequence(Der.contextOf(0, permitted));
    }

    /** Returns the network of a loopback address: in version 4, all that begin with 127. */
    private static HostName network(HostName host) {
        return host instanceof HostName.IpAddress ip && ip.address().getAddress().length == 4
                ? ip.withPrefix(LOOPBACK_PREFIX)
                : host;
    }

    private Set<HostName> distinct(List<HostName> loopback) {
        return Stream.concat(loopback.stream(), given.stream()).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }
}
