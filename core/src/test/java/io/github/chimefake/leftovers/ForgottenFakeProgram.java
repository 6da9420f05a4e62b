package io.github.chimefake.leftovers;

import static io.github.chimefake.Operation.LIST_CHANNELS;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.time.Duration;

/** Forgets to close what it started. */
final class ForgottenFakeProgram {
    /** What the program says when there is nothing left for it to do. */
    static final String LAST_WORDS = "threads that keep the JVM alive: []";

    private ForgottenFakeProgram() {}

    public static void main(String... args) {
        Leftovers before = new Leftovers();
        ChimeMessagingServer chime = ChimeMessagingServer.start();
        ChimeUser alice = chime.user("alice");
        chime.client()
                .listChannels(
                        list -> list.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn()));
        chime.asyncClient()
                .listChannels(
                        list -> list.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn()))
                .join();
        chime.faults().on(LIST_CHANNELS).once().delay(Duration.ofMillis(1));
        chime.client()
                .listChannels(
                        list -> list.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn()));
        System.out.println("threads that keep the JVM alive: " + before.threadsThatKeepTheJvmAlive());
    }
}
