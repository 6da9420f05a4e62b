package io.github.chimefake.internal.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that have either their old or their new content, never a part. */
final class AtomicFiles {
    private AtomicFiles() {}

    static void write(Path directory, String name, byte[] content, Set<PosixFilePermission> permissions)
            throws IOException {
        FileAttribute<?>[] attributes = hasPermissions(directory)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
        Path temporary = Files.createTempFile(directory, name, ".tmp", attributes);
        try {
            Files.write(temporary, content);
            if (hasPermissions(directory)) {
                Files.setPosixFilePermissions(temporary, permissions); // The umask may have removed some.
            }
            Files.move(
                    temporary,
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Returns whether the file system knows owners and permissions of POSIX, which that of Windows does not. */
    static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
