package io.github.chimefake.internal.messaging;

import io.github.chimefake.ChimeUser;
import java.lang.management.ManagementFactory;

/**
 * Sends a million messages of 100 characters to one channel and prints what the heap holds then. To be run by hand,
 * with {@code -Xmx600m}: an OutOfMemoryError would say that they do not fit.
 */
final class MillionMessages {
    private static final int MEGABYTE = 1_000_000;

    private MillionMessages() {}

    public static void main(String[] arguments) {
        ServiceFixture chime = new ServiceFixture();
        ChimeUser alice = chime.user("alice");
        String general = chime.channelOf(alice);
        send(chime, general, alice, 1_000_000);
        ManagementFactory.getMemoryMXBean().gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "A million messages: %d MB used of at most %d MB; the newest page has %d%n",
                used / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                chime.list(general, alice).size());
    }

    /** Each message has a text of its own, as if it had just been read from the wire. */
    static void send(ServiceFixture chime, String channelArn, ChimeUser sender, int messages) {
        for (int number = 0; number < messages; number++) {
            chime.send(channelArn, sender, String.format("%0100d", number));
        }
    }
}
