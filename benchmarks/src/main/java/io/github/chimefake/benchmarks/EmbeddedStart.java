package io.github.chimefake.benchmarks;

import io.github.chimefake.ChimeMessagingServer;

/** Starts a fake in this JVM with the users that the standalone server has, creates one channel by a signed call, and says so. */
final class EmbeddedStart {
    private EmbeddedStart() {}

    public static void main(String[] arguments) {
        try (ChimeMessagingServer chime = ChimeMessagingServer.builder()
                .appInstance(JarRequests.APP_INSTANCE)
                .start()) {
            String bearer = chime.user("alice").arn();
            chime.user("bob");
            chime.appInstance().admin("admin");
            try (Connection connection = new Connection(chime.endpoint().getPort())) {
                connection.exchange(JarRequests.createChannel(chime.endpoint().getPort(), bearer, "token-1"));
            }
            System.out.println("responded");
        }
    }
}
