package io.github.chimefake.standalone;

import io.github.chimefake.internal.http.HostNames;
import io.github.chimefake.internal.http.ListenAddress;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to run, checked.
 *
 * @param port the port of the fake; 0 for a free one
 * @param https the port for HTTPS; empty if there is none
 * @param controlPort the port of the control API; empty if there is none
 * @param sessions where messaging sessions connect to
 * @param bind the address of all ports
 * @param advertised the names under which clients reach them
 * @param appInstance the ARN of the app instance
 * @param fixtures the file of test data; empty for the default users
 * @param streams where streams are delivered to
 * @param controlToken the token that the control API needs; empty if it needs none
 * @param knownKeysOnly whether only access keys of callers of the fake are accepted
 * @param log the form of all output
 * @param untilStdinCloses whether the end of standard input ends the program
 */
record Settings(
        int port,
        Optional<Https> https,
        Optional<Integer> controlPort,
        Sessions sessions,
        String bind,
        List<String> advertised,
        String appInstance,
        Optional<Path> fixtures,
        Streams streams,
        Optional<String> controlToken,
        boolean knownKeysOnly,
        Options.LogFormat log,
        boolean untilStdinCloses) {
    /**
     * How the fake is served over HTTPS.
     *
     * @param port the port; 0 for a free one
     * @param caDirectory the directory that keeps the authority; empty if it is only in memory
     */
    record Https(int port, Optional<Path> caDirectory) {}

    /**
     * Where messaging sessions connect to.
     *
     * @param port the port; 0 for a free one
     * @param endpoint what clients are told instead of that port; empty if they are told it
     */
    record Sessions(int port, Optional<String> endpoint) {}

    /**
     * Where streams are delivered to.
     *
     * @param file the file; empty if there is none
     * @param url the URL; empty if there is none
     * @param hosts the hosts that the URL may have besides loopback
     */
    record Streams(Optional<Path> file, Optional<URI> url, List<String> hosts) {
        static final Streams NONE = new Streams(Optional.empty(), Optional.empty(), List.of());
    }

    Settings {
        advertised = List.copyOf(advertised);
    }

    static boolean isLoopback(String bind) {
        return ListenAddress.parse(bind).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    boolean isLocal() {
        return isLoopback(bind);
    }

    /** Returns the advertised hosts without ports, as each holds for all ports. */
    List<String> hosts() {
        return advertised.stream()
                .flatMap(name -> HostNames.parse(name).stream())
                .map(HostNames.Authority::host)
                .distinct()
                .toList();
    }

    /** Does not return the token. */
    @Override
    public String toString() {
        return bind + ":" + port;
    }
}
