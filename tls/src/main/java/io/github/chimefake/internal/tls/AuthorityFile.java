package io.github.chimefake.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The file of a directory that has an authority with its key. Only its owner can read it, where the file system knows owners. */
final class AuthorityFile {
    static final String NAME = "ca-key.pem";

    private static final Set<PosixFilePermission> OF_OWNER = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private final Path file;

    AuthorityFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    /** Returns the authority of the file; a new one, which is then in the file, if there is none or it has expired. */
    CertificateAuthority readOrWrite(Supplier<CertificateAuthority> newAuthority, Instant now) {
        try {
            Optional<CertificateAuthority> kept = read(now);
            if (kept.isPresent()) {
                return kept.get();
            }
            Files.createDirectories(directory);
            synchronized (AuthorityFile.class) { // Within a JVM, the lock of a file is an error for the second.
                return writeUnlessAnotherDid(newAuthority, now);
            }
        } catch (AccessDeniedException e) {
            throw new UncheckedIOException(
                    file + " cannot be read or written by this user. Use another directory, or give"
                            + " the user access to it.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    /** Several programs may start with one directory at the same time, and clients then trust one authority. */
    private CertificateAuthority writeUnlessAnotherDid(Supplier<CertificateAuthority> newAuthority, Instant now)
            throws IOException {
        Path lockFile = directory.resolve(".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // Until the channel is closed.
            Optional<CertificateAuthority> kept = read(now);
            if (kept.isPresent()) {
                return kept.get();
            }
            CertificateAuthority authority = newAuthority.get();
            AtomicFiles.write(directory, NAME, authority.toPem().getBytes(US_ASCII), OF_OWNER);
            return authority;
        }
    }

    private Optional<CertificateAuthority> read(Instant now) throws IOException {
        try {
            requireOwnerOnly();
            String text = new String(Files.readAllBytes(file), US_ASCII);
            return Optional.of(CertificateAuthority.parse(text)).filter(authority -> authority.isValidAt(now));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    file + " is not an authority that the fake has written: " + e.getMessage()
                            + ". Use another directory," + " or delete the file for a new authority.",
                    e);
        }
    }

    private void requireOwnerOnly() throws IOException {
        if (!AtomicFiles.hasPermissions(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        Set<PosixFilePermission> others = EnumSet.complementOf(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        others.retainAll(permissions);
        if (!others.isEmpty()) {
            throw new IllegalStateException(file + " has the permissions " + PosixFilePermissions.toString(permissions)
                    + ", so other users may have its key. It must have rw-------. Delete it for a new authority, or run chmod"
                    + " 600 on it if no other user can have read it.");
        }
    }
}
