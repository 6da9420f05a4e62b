package io.github.chimefake.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory that keeps an authority. */
class AuthorityFileTest {
    @TempDir
    private Path temporary;

    private Path directory;
    private Path keyFile;

    @BeforeEach
    void nameFiles() {
        directory = temporary.resolve("new").resolve("ca");
        keyFile = directory.resolve("ca-key.pem");
    }

    private CertificateAuthority authority(String... hosts) {
        return CertificateAuthority.keptIn(directory, List.of(hosts));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void onlyWherePermissionsAre() {
        assumeTrue(AtomicFiles.hasPermissions(temporary), "the file system has no permissions of POSIX");
    }

    @Test
    void theNextStartHasTheSameAuthority() throws Exception {
        CertificateAuthority first = authority();
        CertificateAuthority second = authority();

        assertThat(second.certificate()).isEqualTo(first.certificate());
        assertThat(second.issue(List.of()).isPermitted()).isTrue();
        second.issue(List.of())
                .chain()
                .get(0)
                .verify(first.issue(List.of()).chain().get(1).getPublicKey());
    }

    @Test
    void onlyTheOwnerCanReadTheKey() throws IOException {
        onlyWherePermissionsAre();
        authority();

        assertThat(permissions(keyFile)).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files)
                    .as("no other file has it")
                    .noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aKeyThatOthersMayHaveReadIsRefused(String permissions) throws IOException {
        onlyWherePermissionsAre();
        authority();
        String before = Files.readString(keyFile);
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(this::authority)
                .withMessageContaining(keyFile + " has the permissions " + permissions)
                .withMessageContaining("It must have rw-------")
                .withMessageContaining("chmod 600");
        assertThat(Files.readString(keyFile)).isEqualTo(before);
    }

    @Test
    void aKeyThatIsReadOnlyIsAccepted() throws IOException {
        onlyWherePermissionsAre();
        X509Certificate first = authority().certificate();
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("r--------"));

        assertThat(authority().certificate()).isEqualTo(first);
    }

    @Test
    void otherContentIsRefusedAndKept() throws IOException {
        CertificateAuthority other = CertificateAuthority.inMemory(List.of());
        authority();
        String ours = Files.readString(keyFile);
        String[] blocks = ours.split("(?=-----BEGIN)", -1);
        String[] blocksOfOther = other.toPem().split("(?=-----BEGIN)", -1);
        List<String> contents = List.of(
                "",
                "something else",
                "\u00ff",
                blocks[2],
                blocks[0] + blocks[1],
                blocks[0] + blocks[1] + blocksOfOther[2],
                blocks[0] + blocksOfOther[1] + blocksOfOther[2],
                blocks[1] + blocks[1] + blocks[2],
                ours.replace("MI", "AA"));

        for (String content : contents) {
            Files.writeString(keyFile, content);
            assertThatExceptionOfType(IllegalStateException.class)
                    .as(content)
                    .isThrownBy(this::authority)
                    .withMessageStartingWith(keyFile + " is not an authority that the fake has written: ")
                    .withMessageContaining("delete the file")
                    .withMessageNotContaining("PRIVATE");
            assertThat(Files.readString(keyFile)).isEqualTo(content);
        }
    }

    @Test
    void anExpiredAuthorityIsReplaced() throws IOException {
        CertificateAuthority expired =
                CertificateAuthority.create(List.of(), Instant.now().minus(Duration.ofDays(3650)));
        Files.createDirectories(directory);
        Files.writeString(keyFile, expired.toPem());
        if (AtomicFiles.hasPermissions(keyFile)) {
            Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
        }

        CertificateAuthority renewed = authority();

        assertThat(renewed.certificate()).isNotEqualTo(expired.certificate());
        assertThat(authority().certificate()).isEqualTo(renewed.certificate());
    }

    @Test
    void startsAtTheSameTimeShareOneAuthority() {
        List<CompletableFuture<X509Certificate>> starts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> authority().certificate()))
                .limit(8)
                .toList();

        assertThat(starts.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void theNamesOfTheFirstStartHold() {
        authority("chime.test");

        assertThat(authority().issue(List.of("chime.test")).isPermitted()).isTrue();
        assertThat(authority("other.test").issue(List.of("other.test")).isPermitted())
                .isFalse();
    }

    @Test
    void theCertificateIsPublishedBesideIt() throws IOException {
        CertificateAuthority authority = authority();
        PublicFiles files = PublicFiles.keptIn(directory, authority);

        assertThat(files.certificate()).isEqualTo(directory.resolve("ca.pem")).hasContent(authority.certificatePem());
        assertThat(Files.readAllBytes(files.trustStore())).isNotEmpty();
        if (AtomicFiles.hasPermissions(directory)) {
            assertThat(permissions(files.certificate())).isEqualTo("rw-r--r--");
        }
        byte[] store = Files.readAllBytes(files.trustStore());
        PublicFiles.keptIn(directory, authority).close();
        assertThat(files.trustStore()).as("not written again, nor deleted").hasBinaryContent(store);
    }

    @Test
    void anotherCertificateInTheDirectoryIsReplaced() throws IOException {
        PublicFiles.keptIn(Files.createDirectories(directory), CertificateAuthority.inMemory(List.of()));
        CertificateAuthority authority = authority();

        PublicFiles files = PublicFiles.keptIn(directory, authority);

        assertThat(files.certificate()).hasContent(authority.certificatePem());
    }

    @Test
    void aTrustStoreThatIsNoneOrHasAnotherCertificateIsReplaced() throws IOException {
        CertificateAuthority authority = authority();
        PublicFiles files = PublicFiles.keptIn(directory, authority);
        for (byte[] wrong : List.of(
                new byte[] {1, 2, 3},
                new byte[0],
                CertificateAuthority.inMemory(List.of()).trustStore())) {
            Files.write(files.trustStore(), wrong);
            assertThat(authority.isIn(files.trustStore())).isFalse();

            PublicFiles.keptIn(directory, authority);

            assertThat(authority.isIn(files.trustStore())).isTrue();
        }
    }

    @Test
    void temporaryFilesHaveNoKeyAndAreDeleted() throws IOException {
        PublicFiles files = PublicFiles.temporary(CertificateAuthority.inMemory(List.of()));
        Path written = files.certificate().getParent();
        if (AtomicFiles.hasPermissions(written)) {
            assertThat(permissions(written)).as("other users read the files").isEqualTo("rwxr-xr-x");
        }
        try (Stream<Path> all = Files.list(written)) {
            assertThat(all.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("ca.pem", "ca.jks");
        }
        assertThat(files.certificate()).content().doesNotContain("KEY");

        files.close();

        assertThat(written).doesNotExist();
    }
}
