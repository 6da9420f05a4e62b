package io.github.chimefake.benchmarks;

import io.github.chimefake.ChimeMessagingServer;
import java.io.IOException;
import java.util.List;

/** Starts a fake in this JVM with the users that the standalone server has, says where it is, and ends with the standard input. */
final class EmbeddedStart {
    private EmbeddedStart() {}

    /** Starts this program in a separate JVM. */
    static JarProcess start(Jdk jdk) {
        return JarProcess.start(
                jdk,
                List.of(
                        jdk.program("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedStart.class.getName()));
    }

    public static void main(String[] arguments) throws IOException {
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .appInstance(JarRequests.APP_INSTANCE)
                .start()) {
            chime.user("alice");
            chime.user("bob");
            chime.appInstance().admin("admin");
            System.out.println(chime.endpoint());
            while (System.in.read() >= 0) {
                // Only the end of the input matters.
            }
        }
    }
}
