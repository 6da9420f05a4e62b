package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** Files with the certificate that clients trust. They never have a key. */
public final class PublicFiles implements AutoCloseable {
    private static final String CERTIFICATE = "ca.pem";
    private static final String TRUST_STORE = "ca.jks";
    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> DIRECTORY_FOR_ALL = PosixFilePermissions.fromString("rwxr-xr-x");

    private final Path directory;
    private final boolean temporary;

    private PublicFiles(Path directory, boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /**
     * Writes the files to a directory, unless they are there.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    public static PublicFiles keptIn(Path directory, CertificateAuthority authority) {
        PublicFiles files = new PublicFiles(directory.toAbsolutePath(), false);
        files.write(authority);
        return files;
    }

    /**
     * Writes the files to a new directory, which is deleted when the result is closed.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    public static PublicFiles temporary(CertificateAuthority authority) {
        try {
            PublicFiles files = new PublicFiles(Files.createTempDirectory("chime-messaging-fake-"), true);
            if (AtomicFiles.hasPermissions(files.directory)) { // Only its owner may look into a temporary directory.
                Files.setPosixFilePermissions(files.directory, DIRECTORY_FOR_ALL);
            }
            files.write(authority);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate of the authority cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(CertificateAuthority authority) {
        byte[] pem = authority.certificatePem().getBytes(US_ASCII);
        try {
            if (Files.exists(certificate())
                    && Arrays.equals(Files.readAllBytes(certificate()), pem)
                    && authority.isIn(trustStore())) {
                return; // The directory may be one that is only read.
            }
            AtomicFiles.write(directory, TRUST_STORE, authority.trustStore(), FOR_ALL);
            AtomicFiles.write(directory, CERTIFICATE, pem, FOR_ALL);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The certificate of the authority cannot be written to " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Returns the file with the certificate in PEM. */
    public Path certificate() {
        return directory.resolve(CERTIFICATE);
    }

    /** Returns the file with a trust store of Java that has the certificate. */
    public Path trustStore() {
        return directory.resolve(TRUST_STORE);
    }

    /** Deletes temporary files. */
    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try {
            Files.deleteIfExists(certificate());
            Files.deleteIfExists(trustStore());
            Files.deleteIfExists(directory);
        } catch (IOException kept) {
            // What is left has no secret, and the system deletes temporary files.
        }
    }
}
