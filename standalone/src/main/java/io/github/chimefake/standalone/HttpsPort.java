package io.github.chimefake.standalone;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.http.ListenAddress;
import io.github.chimefake.internal.tls.CertificateAuthority;
import io.github.chimefake.internal.tls.PublicFiles;
import io.github.chimefake.internal.tls.ServerCertificate;
import io.github.chimefake.internal.tls.TlsTermination;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The port of the fake for HTTPS, with the files that clients need to trust it. */
final class HttpsPort implements AutoCloseable {
    private static final Pattern PLAIN_PATH = Pattern.compile("[\\w/.+@%-]+");

    private final CertificateAuthority authority;
    private final PublicFiles files;
    private final TlsTermination termination;
    private final SSLContext context;
    private final String host;

    private HttpsPort(
            CertificateAuthority authority,
            PublicFiles files,
            TlsTermination termination,
            SSLContext context,
            String host) {
        this.authority = authority;
        this.files = files;
        this.termination = termination;
        this.context = context;
        this.host = host;
    }

    /**
     * Opens the port.
     *
     * @throws IllegalArgumentException if a name of the fake cannot be in a certificate
     * @throws IllegalStateException if the authority in the directory cannot be used
     * @throws java.io.UncheckedIOException if the port cannot be opened, or a file not be read or written
     */
    static HttpsPort open(ChimeMessagingServer chime, Settings settings, Settings.Https https) {
        List<String> hosts = hosts(settings);
        CertificateAuthority authority = https.caDirectory()
                .map(directory -> CertificateAuthority.keptIn(directory, hosts))
                .orElseGet(() -> CertificateAuthority.inMemory(hosts));
        ServerCertificate certificate = authority.issue(hosts);
        https.caDirectory().ifPresent(directory -> requirePermitted(certificate, directory, hosts));
        SSLContext context = certificate.serverContext();
        TlsTermination termination = TlsTermination.start(
                context,
                new InetSocketAddress(address(settings), https.port()),
                new InetSocketAddress(
                        chime.endpoint().getHost(), chime.endpoint().getPort()));
        try {
            PublicFiles files = https.caDirectory()
                    .map(directory -> PublicFiles.keptIn(directory, authority))
                    .orElseGet(() -> PublicFiles.temporary(authority));
            return new HttpsPort(
                    authority, files, termination, context, chime.endpoint().getHost());
        } catch (RuntimeException failure) {
            termination.close();
            throw failure;
        }
    }

    private static InetAddress address(Settings settings) {
        return ListenAddress.parse(settings.bind()).orElseThrow(); // The fake listens at it.
    }

    /** Returns the hosts of the certificate, besides loopback. */
    private static List<String> hosts(Settings settings) {
        InetAddress bind = address(settings);
        return Stream.concat(
                        Stream.of(bind)
                                .filter(address -> !address.isAnyLocalAddress())
                                .map(InetAddress::getHostAddress),
                        settings.hosts().stream())
                .toList();
    }

    private static void requirePermitted(ServerCertificate certificate, Path directory, List<String> hosts) {
        if (!certificate.isPermitted()) {
            throw new IllegalStateException("The authority in " + directory + " may not issue a certificate for all of "
                    + String.join(", ", hosts)
                    + ". It may for loopback, and for the names of the start that created it."
                    + " Use another directory, or delete ca-key.pem in it for a new authority, which clients must then"
                    + " trust.");
        }
    }

    /** Returns the address. */
    URI address() {
        return URI.create("https://" + host + ":" + port());
    }

    /** Returns what accepts connections over TLS with the certificate of this port. */
    SSLContext context() {
        return context;
    }

    int port() {
        return termination.port();
    }

    /** Returns the certificate that clients trust, in PEM. */
    String certificatePem() {
        return authority.certificatePem();
    }

    /** Returns the file with the certificate that clients trust. */
    Path certificate() {
        return files.certificate();
    }

    /** Returns the file with a trust store of Java. */
    Path trustStore() {
        return files.trustStore();
    }

    /**
     * Returns lines to paste that let clients use the port, by the names of the clients.
     *
     * @param clientHost the host under which they reach it
     */
    Map<String, String> snippets(String clientHost) {
        return Snippets.sections(
                "https-snippets.txt",
                template -> template.replace("{https}", "https://" + clientHost + ":" + port())
                        .replace("{ca}", quoted(certificate()))
                        .replace("{trust-store}", quoted(trustStore())));
    }

    /** Returns a path as a shell reads it. */
    private static String quoted(Path path) {
        String text = path.toString();
        return PLAIN_PATH.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() {
        termination.close();
        files.close();
    }
}
