package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificates, as the JDK reads and judges them. */
class CertificateAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    private final CertificateAuthority authority =
            CertificateAuthority.create(List.of("chime.test", "192.168.1.7", "[fd00::7]"), NOW);
    private final List<X509Certificate> chain = authority
            .issue(List.of("chime.test", "192.168.1.7", "[fd00::7]"), NOW)
            .chain();
    private final X509Certificate server = chain.get(0);
    private final X509Certificate issuer = chain.get(1);
    private final X509Certificate root = chain.get(2);

    private static void validate(CertificateAuthority trusted, List<X509Certificate> path) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }

    private static List<Integer> usages(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return IntStream.range(0, usage.length)
                .filter(bit -> usage[bit])
                .boxed()
                .toList();
    }

    private static String hexOf(X509Certificate certificate, String extension) {
        return HexFormat.of().formatHex(certificate.getExtensionValue(extension));
    }

    @Test
    void theChainIsValid() throws Exception {
        validate(authority, List.of(server, issuer));
        assertThat(CertificateAuthority.inMemory(List.of("chime.test"))
                        .issue(List.of("chime.test"))
                        .isPermitted())
                .isTrue();
        root.verify(root.getPublicKey());
        assertThat(authority.certificate()).isEqualTo(root);
    }

    @Test
    void anotherAuthorityIsNotTrusted() {
        CertificateAuthority another = CertificateAuthority.create(List.of(), NOW);

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(another, List.of(server, issuer)));
        assertThat(another.certificate().getSubjectX500Principal()).isNotEqualTo(root.getSubjectX500Principal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "notlocalhost", "chime.test.example.com", "10.0.0.1", "192.168.1.8", "fd00::8"})
    void noOtherHostIsPermitted(String host) {
        ServerCertificate foreign = authority.issue(List.of(host), NOW);

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(authority, foreign.chain().subList(0, 2)))
                .matches(e -> e.getReason() == PKIXReason.INVALID_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "::1", "sub.localhost", "sub.chime.test", "Chime.Test"})
    void loopbackAndNamesBelowTheGivenArePermitted(String host) throws Exception {
        validate(authority, authority.issue(List.of(host), NOW).chain().subList(0, 2));
    }

    @Test
    void anIssuedCertificateIssuesNoOthers() throws Exception {
        X509Certificate below = new CertificateWriter(
                        "below", CertificateWriter.newKeys().getPublic())
                .endEntity()
                .signBy(server, authority.issue(List.of(), NOW).key(), NOW, NOW.plusSeconds(60));

        assertThatExceptionOfType(CertPathValidatorException.class)
                .isThrownBy(() -> validate(authority, List.of(below, server, issuer)));
    }

    @Test
    void theServerHasItsNames() throws Exception {
        assertThat(server.getSubjectAlternativeNames())
                .containsExactly(
                        List.of(2, "localhost"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1"),
                        List.of(2, "chime.test"),
                        List.of(7, "192.168.1.7"),
                        List.of(7, "fd00:0:0:0:0:0:0:7"));
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.getBasicConstraints()).isEqualTo(-1);
        assertThat(usages(server)).containsExactly(DIGITAL_SIGNATURE);
        assertThat(server.getCriticalExtensionOIDs()).containsExactlyInAnyOrder(KEY_USAGE, BASIC_CONSTRAINTS);
        assertThat(server.getNonCriticalExtensionOIDs())
                .containsExactlyInAnyOrder(SUBJECT_KEY, AUTHORITY_KEY, ALTERNATIVE_NAMES, EXTENDED_KEY_USAGE);
    }

    @Test
    void authoritiesAreConstrained() throws Exception {
        assertThat(root.getBasicConstraints()).isEqualTo(1);
        assertThat(issuer.getBasicConstraints()).isZero();
        assertThat(issuer.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        for (X509Certificate certificate : List.of(root, issuer)) {
            assertThat(usages(certificate)).containsExactly(KEY_CERT_SIGN);
            assertThat(certificate.getCriticalExtensionOIDs())
                    .containsExactlyInAnyOrder(KEY_USAGE, BASIC_CONSTRAINTS, NAME_CONSTRAINTS);
            assertThat(hexOf(certificate, NAME_CONSTRAINTS))
                    .contains(HexFormat.of().formatHex("localhost".getBytes(US_ASCII)))
                    .contains("87087f000000ff000000")
                    .contains("8720" + "0".repeat(31) + "1" + "f".repeat(32))
                    .contains("8708c0a80107ffffffff");
        }
    }

    @Test
    void eachCertificateNamesTheKeyOfItsIssuer() {
        assertThat(hexOf(server, AUTHORITY_KEY))
                .endsWith(hexOf(issuer, SUBJECT_KEY).substring(8));
        assertThat(hexOf(issuer, AUTHORITY_KEY))
                .endsWith(hexOf(root, SUBJECT_KEY).substring(8));
        assertThat(Set.of(server.getSerialNumber(), issuer.getSerialNumber(), root.getSerialNumber()))
                .hasSize(3)
                .allMatch(number -> number.signum() > 0 && number.bitLength() <= 128);
    }

    @Test
    void browsersAcceptTheLifetimes() {
        assertThat(lifetime(server)).isLessThanOrEqualTo(Duration.ofDays(397));
        assertThat(lifetime(root)).isLessThanOrEqualTo(Duration.ofDays(3653));
        assertThat(server.getNotBefore()).isBefore(Date.from(NOW));
        assertThat(authority
                        .issue(List.of(), NOW.plus(Duration.ofDays(3500)))
                        .chain()
                        .get(0)
                        .getNotAfter())
                .as("not longer than its issuer")
                .isEqualTo(issuer.getNotAfter());
    }

    private static Duration lifetime(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "-a.test", "a..test", "*.test", "1.2.3.400", "http://a.test", "ä.test"})
    void otherTextsAreNoHosts(String host) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CertificateAuthority.create(List.of(host), NOW))
                .withMessageContaining("\"" + host + "\"")
                .withMessageContaining("Use ");
    }

    @Test
    void namesOfContainersMayHaveUnderscores() throws Exception {
        CertificateAuthority other = CertificateAuthority.create(List.of("chime_fake"), NOW);

        validate(other, other.issue(List.of("chime_fake"), NOW).chain().subList(0, 2));
    }

    @Test
    void theTrustStoreNeedsNoPassword() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType()); // As the JDK opens javax.net.ssl.trustStore.
        store.load(new ByteArrayInputStream(authority.trustStore()), null);

        assertThat(Collections.list(store.aliases())).hasSize(1).allMatch(alias -> isRoot(store, alias));
    }

    private boolean isRoot(KeyStore store, String alias) {
        try {
            return store.isCertificateEntry(alias)
                    && store.getCertificate(alias).equals(root);
        } catch (KeyStoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatClientsGetHasNoKey() throws Exception {
        assertThat(authority.certificatePem())
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .doesNotContain("KEY");
        assertThat(Arrays.stream(authority.certificatePem().split("\n", -1))).allMatch(line -> line.length() <= 64);
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(
                                authority.certificatePem().getBytes(US_ASCII))))
                .hasSize(1)
                .first()
                .isEqualTo(root);
        assertThat(authority.toString()).contains("local root").doesNotContain("KEY");
    }
}
