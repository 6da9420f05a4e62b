package io.github.chimefake.internal.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes one certificate (RFC 5280) with a key on the curve P-256. */
final class CertificateWriter {
    /** The place of {@code digitalSignature} in {@code KeyUsage}. */
    static final int DIGITAL_SIGNATURE = 0;

    /** The place of {@code keyCertSign} in {@code KeyUsage}. */
    static final int SIGN_CERTIFICATES = 5;

    private static final String ORGANIZATION = "chime-messaging-fake";
    private static final int SERIAL_BYTES = 16;
    private static final int KEY_IDENTIFIER_BYTES = 20;
    private static final int VERSION_3 = 2;
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectIdentifier("1.2.840.10045.4.3.2"));

    private final PublicKey key;
    private final byte[] subject;
    private final List<byte[]> extensions = new ArrayList<>();

    CertificateWriter(String commonName, PublicKey key) throws GeneralSecurityException {
        this.key = key;
        this.subject = Der.sequence(attribute("2.5.4.10", ORGANIZATION), attribute("2.5.4.3", commonName));
        extension("2.5.29.14", false, Der.octetString(keyIdentifier(key)));
    }

    static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** Returns an identifier of the key (RFC 7093, method 4). */
    static byte[] keyIdentifier(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, KEY_IDENTIFIER_BYTES);
    }

    /**
     * Makes the certificate that of an authority.
     *
     * @param authoritiesBelow how many authorities may follow it in a chain
     */
    CertificateWriter authority(int authoritiesBelow) {
        return extension("2.5.29.19", true, Der.sequence(Der.isTrue(), Der.integer(authoritiesBelow)))
                .usage(SIGN_CERTIFICATES);
    }

    /** Makes the certificate one that signs no others. */
    CertificateWriter endEntity() {
        return extension("2.5.29.19", true, Der.sequence()).usage(DIGITAL_SIGNATURE);
    }

    private CertificateWriter usage(int bit) {
        return extension("2.5.29.15", true, Der.onlyBit(bit));
    }

    CertificateWriter forServers() {
        return extension("2.5.29.37", false, Der.sequence(Der.objectIdentifier("1.3.6.1.5.5.7.3.1")));
    }

    CertificateWriter alternativeNames(byte[] generalNames) {
        return extension("2.5.29.17", false, generalNames);
    }

    CertificateWriter nameConstraints(byte[] constraints) {
        return extension("2.5.29.30", true, constraints);
    }

    private CertificateWriter extension(String identifier, boolean critical, byte[] value) {
        byte[] name = Der.objectIdentifier(identifier);
        byte[] content = Der.octetString(value);
        extensions.add(critical ? Der.sequence(name, Der.isTrue(), content) : Der.sequence(name, content));
        return this;
    }

    /** Returns the certificate, signed by the key that it is about. */
    X509Certificate signItself(PrivateKey own, Instant from, Instant until) throws GeneralSecurityException {
        return sign(subject, key, own, from, until);
    }

    /** Returns the certificate, signed by an authority. */
    X509Certificate signBy(X509Certificate issuer, PrivateKey issuerKey, Instant from, Instant until)
            throws GeneralSecurityException {
        return sign(issuer.getSubjectX500Principal().getEncoded(), issuer.getPublicKey(), issuerKey, from, until);
    }

    private X509Certificate sign(
            byte[] issuer, PublicKey issuerPublicKey, PrivateKey issuerKey, Instant from, Instant until)
            throws GeneralSecurityException {
        extension("2.5.29.35", false, Der.sequence(Der.context(0, keyIdentifier(issuerPublicKey))));
        byte[] content = Der.sequence(
                Der.contextOf(0, Der.integer(VERSION_3)),
                Der.integer(serialNumber()),
                ECDSA_WITH_SHA256,
                issuer,
                Der.sequence(Der.time(from), Der.time(until)),
                subject,
                key.getEncoded(),
                Der.contextOf(3, Der.sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuerKey);
        signature.update(content);
        byte[] certificate = Der.sequence(content, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    /** Returns a positive number that no other certificate has. */
    private static BigInteger serialNumber() {
        byte[] bytes = new byte[SERIAL_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new BigInteger(1, bytes).setBit(0);
    }

    private static byte[] attribute(String type, String value) {
        return Der.set(Der.sequence(Der.objectIdentifier(type), Der.utf8String(value)));
    }
}
