package io.github.chimefake.tls;

import io.github.chimefake.internal.tls.CertificateAuthority;
import io.github.chimefake.internal.tls.ServerCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority for tests, with a certificate for a server on loopback. Clients that trust it connect over TLS to what uses
 * {@link #serverContext()}, for example to the messaging sessions of the fake:
 *
 * <pre>{@code
 * LocalAuthority authority = LocalAuthority.create();
 * chime.sessions().tls(authority.serverContext());
 * Files.writeString(file, authority.certificatePem()); // for NODE_EXTRA_CA_CERTS
 * }</pre>
 *
 * <p>It may issue certificates for {@code localhost}, {@code 127.0.0.1}, {@code ::1} and the given hosts, and for nothing else, which
 * clients check. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class LocalAuthority {
    private final CertificateAuthority authority;
    private final ServerCertificate server;

    private LocalAuthority(CertificateAuthority authority, ServerCertificate server) {
        this.authority = authority;
        this.server = server;
    }

    /**
     * Returns a new authority, whose key is only in memory.
     *
     * @param hosts names and IP addresses of the server, besides loopback
     * @throws IllegalArgumentException if one of them cannot be in a certificate
     */
    public static LocalAuthority create(String... hosts) {
        List<String> names = List.of(hosts);
        CertificateAuthority authority = CertificateAuthority.inMemory(names);
        return new LocalAuthority(authority, authority.issue(names));
    }

    /**
     * Returns the authority that a directory keeps, so that clients need to trust it only once; {@code --ca-dir} of the standalone program
     * uses the same. If the directory has none, or it has expired, a new one is written.
     *
     * @param directory the directory, which is created if it does not exist
     * @param hosts names and IP addresses of the server, besides loopback
     * @throws IllegalArgumentException if one of them cannot be in a certificate
     * @throws IllegalStateException if the file of the directory has no authority, others than its owner can read it, or the authority
     *     was created for other hosts
     * @throws UncheckedIOException if the directory or its file cannot be read or written
     */
    public static LocalAuthority keptIn(Path directory, String... hosts) {
        List<String> names = List.of(hosts);
        CertificateAuthority authority = CertificateAuthority.keptIn(directory, names);
        ServerCertificate server = authority.issue(names);
        if (!server.isPermitted()) {
            throw new IllegalStateException("The authority in " + directory + " may not issue a certificate for all of "
                    + String.join(", ", names)
                    + ". It may for loopback, and for the hosts with which it was created. Use another directory, or delete"
                    + " ca-key.pem in it for a new authority, which clients must then trust.");
        }
        return new LocalAuthority(authority, server);
    }

    /** Returns the settings of TLS for a server, with its certificate and key. */
    public SSLContext serverContext() {
        return server.serverContext();
    }

    /** Returns the settings of TLS for a client of Java that trusts this authority and nothing else. */
    public SSLContext clientContext() {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(new ByteArrayInputStream(authority.trustStore()), null);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot trust a certificate", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the certificate that clients trust. */
    public X509Certificate certificate() {
        return authority.certificate();
    }

    /** Returns the certificate that clients trust, in PEM. */
    public String certificatePem() {
        return authority.certificatePem();
    }

    /** Returns what the certificate names; not the key. */
    @Override
    public String toString() {
        return authority.toString();
    }
}
