package io.github.chimefake.internal.sessions;

/** The artifact with the client of messaging sessions, which is optional. */
final class SessionArtifact {
    private static final String CLIENT = "io.github.chimefake.session.MessagingSession";

    private SessionArtifact() {}

    /**
     * Checks that the client is on the class path.
     *
     * @throws IllegalStateException if it is not
     */
    static void require(String call) {
        try {
            Class.forName(CLIENT, false, SessionArtifact.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    call + ": the client of messaging sessions is not on the class path; add the artifact"
                            + " io.github.chimefake:chime-messaging-fake-session, which"
                            + " chime-messaging-fake-junit-jupiter brings",
                    e);
        }
    }
}
