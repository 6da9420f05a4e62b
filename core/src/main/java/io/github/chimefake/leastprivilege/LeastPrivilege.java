package io.github.chimefake.leastprivilege;

/**
 * Entry point for the permissions that calls used.
 *
 * <pre>{@code
 * Files.writeString(path, chime.leastPrivilege().usedPermissions().toJson());
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public interface LeastPrivilege {
    /** Returns the permissions used since the fake was started. A reset does not clear them. */
    UsedPermissions usedPermissions();

    /**
     * Starts recording the permissions used until the recording is closed, for the policy of one test or one part of a program.
     *
     * @throws IllegalStateException if the fake is closed
     */
    PermissionRecording startRecording();

    /**
     * A recording of the permissions used until it is closed.
     *
     * <pre>{@code
     * try (PermissionRecording recording = chime.leastPrivilege().startRecording()) {
     *     archive.run();
     *     Files.writeString(path, recording.usedPermissions().toJson());
     * }
     * }</pre>
     *
     * <p>Thread-safe.
     *
     * @since 0.1
     */
    interface PermissionRecording extends AutoCloseable {
        /** Returns the permissions used since the recording was started, or until it was closed. */
        UsedPermissions usedPermissions();

        /** Ends the recording and keeps what it recorded. Closing twice has no effect. */
        @Override
        void close();
    }
}
