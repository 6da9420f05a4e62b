package io.github.chimefake.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * An authority that issues certificates for servers on this machine. Clients trust its root. The root's key signs one certificate, that of
 * the issuer, and is then forgotten; the issuer's key signs those of servers. Both certificates are constrained to loopback and to the given
 * hosts. The root's alone would not suffice, because Java does not apply constraints of a certificate that is trusted.
 */
public final class CertificateAuthority {
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final Duration LIFETIME_OF_SERVERS = Duration.ofDays(396);

    /** Clocks of containers and virtual machines are not always right. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final String TRUST_STORE_PASSWORD = "changeit";
    private static final String ROOT = "local root ";

    private final X509Certificate root;
    private final X509Certificate issuer;
    private final PrivateKey issuerKey;

    private CertificateAuthority(X509Certificate root, X509Certificate issuer, PrivateKey issuerKey) {
        this.root = root;
        this.issuer = issuer;
        this.issuerKey = issuerKey;
    }

    /**
     * Returns a new authority, whose key no file has.
     *
     * @param hosts the names and IP addresses that it may issue certificates for, besides loopback
     * @throws IllegalArgumentException if one of them cannot be in a certificate
     */
    public static CertificateAuthority inMemory(Collection<String> hosts) {
        return create(hosts, Instant.now());
    }

    /**
     * Returns the authority that a directory has. If there is none, or it has expired, a new one is written.
     *
     * @param directory the directory, which is created if it does not exist
     * @param hosts the names and IP addresses that a new authority may issue certificates for, besides loopback
     * @throws IllegalArgumentException if one of the hosts cannot be in a certificate
     * @throws IllegalStateException if the file of the directory has no authority, or others than its owner can read it
     * @throws UncheckedIOException if the directory or its file cannot be read or written
     */
    public static CertificateAuthority keptIn(Path directory, Collection<String> hosts) {
        Instant now = Instant.now();
        return new AuthorityFile(directory).readOrWrite(() -> create(hosts, now), now);
    }

    static CertificateAuthority create(Collection<String> hosts, Instant now) {
        byte[] constraints = HostNamesOfServer.parse(hosts).constraints();
        Instant from = now.minus(CLOCK_SKEW);
        Instant until = from.plus(LIFETIME);
        try {
            KeyPair rootKeys = CertificateWriter.newKeys();
            KeyPair issuerKeys = CertificateWriter.newKeys();
            // Two authorities never have the same name, which some clients take for an attack.
            String number = HexFormat.of().formatHex(CertificateWriter.keyIdentifier(rootKeys.getPublic()), 0, 4);
            X509Certificate root = new CertificateWriter(ROOT + number, rootKeys.getPublic())
                    .authority(1)
                    .nameConstraints(constraints)
                    .signItself(rootKeys.getPrivate(), from, until);
            X509Certificate issuer = new CertificateWriter("local issuer " + number, issuerKeys.getPublic())
                    .authority(0)
                    .nameConstraints(constraints)
                    .forServers()
                    .signBy(root, rootKeys.getPrivate(), from, until);
            return new CertificateAuthority(root, issuer, issuerKeys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw cannotMake(e);
        }
    }

    /**
     * Returns a certificate for a server with its key.
     *
     * @param hosts the names and IP addresses of the server, besides loopback
     * @throws IllegalArgumentException if one of them cannot be in a certificate
     */
    public ServerCertificate issue(Collection<String> hosts) {
        return issue(hosts, Instant.now());
    }

    ServerCertificate issue(Collection<String> hosts, Instant now) {
        Instant from = now.minus(CLOCK_SKEW);
        Instant until = from.plus(LIFETIME_OF_SERVERS);
        Instant last = issuer.getNotAfter().toInstant();
        try {
            KeyPair keys = CertificateWriter.newKeys();
            X509Certificate certificate = new CertificateWriter("localhost", keys.getPublic())
                    .endEntity()
                    .forServers()
                    .alternativeNames(HostNamesOfServer.parse(hosts).alternativeNames())
                    .signBy(issuer, issuerKey, from, until.isAfter(last) ? last : until);
            return new ServerCertificate(List.of(certificate, issuer, root), keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw cannotMake(e);
        }
    }

    private static IllegalStateException cannotMake(GeneralSecurityException cause) {
        return new IllegalStateException(
                "This JVM cannot make certificates: " + cause.getMessage() + ". They need EC keys on secp256r1 and"
                        + " SHA256withECDSA, which every JDK has unless a security property disables them.",
                cause);
    }

    /** Returns the certificate that clients trust. */
    public X509Certificate certificate() {
        return root;
    }

    /** Returns the certificate that clients trust, in PEM. */
    public String certificatePem() {
        return pem(root).text();
    }

    /** Returns a trust store in the format JKS that has only the certificate. Java reads it without its password. */
    public byte[] trustStore() {
        try {
            KeyStore store = KeyStore.getInstance(
                    "JKS"); // PKCS12 derives keys from the password, which takes a quarter of a second.
            store.load(null, null);
            store.setCertificateEntry("chime-messaging-fake", root);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, TRUST_STORE_PASSWORD.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw cannotMake(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a file is a trust store of Java that has just the certificate. */
    boolean isIn(Path trustStore) {
        try (InputStream in = Files.newInputStream(trustStore)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(in, TRUST_STORE_PASSWORD.toCharArray());
            return store.size() == 1
                    && root.equals(store.getCertificate(store.aliases().nextElement()));
        } catch (IOException | GeneralSecurityException absentOrAnother) {
            return false;
        }
    }

    boolean isValidAt(Instant time) {
        return time.isBefore(root.getNotAfter().toInstant())
                && time.isBefore(issuer.getNotAfter().toInstant());
    }

    /** Returns the authority with the issuer's key, as {@link #parse} reads it. */
    String toPem() {
        return certificatePem() + pem(issuer).text() + new Pem(Pem.PRIVATE_KEY, issuerKey.getEncoded()).text();
    }

    /**
     * Returns the authority that a text has.
     *
     * @throws GeneralSecurityException if the text has none
     * @throws IllegalArgumentException if the text is no PEM
     */
    static CertificateAuthority parse(String text) throws GeneralSecurityException {
        List<Pem> blocks = Pem.parse(text);
        if (!blocks.stream()
                .map(Pem::label)
                .toList()
                .equals(List.of(Pem.CERTIFICATE, Pem.CERTIFICATE, Pem.PRIVATE_KEY))) {
            throw new GeneralSecurityException("it has other content than two certificates and a private key");
        }
        X509Certificate root = certificate(blocks.get(0));
        X509Certificate issuer = certificate(blocks.get(1));
        if (!root.getSubjectX500Principal().getName().contains("CN=" + ROOT)) {
            throw new GeneralSecurityException("its first certificate is that of " + root.getSubjectX500Principal());
        }
        root.verify(root.getPublicKey());
        issuer.verify(root.getPublicKey());
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(blocks.get(2).content()));
        requirePair(key, issuer);
        return new CertificateAuthority(root, issuer, key);
    }

    private static void requirePair(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        byte[] something = certificate.getEncoded();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(something);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(something);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("its private key is not that of its second certificate");
        }
    }

    private static Pem pem(X509Certificate certificate) {
        try {
            return new Pem(Pem.CERTIFICATE, certificate.getEncoded());
        } catch (CertificateException e) {
            throw cannotMake(e);
        }
    }

    private static X509Certificate certificate(Pem block) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.content()));
    }

    /** Does not return the key. */
    @Override
    public String toString() {
        return root.getSubjectX500Principal().getName();
    }
}
