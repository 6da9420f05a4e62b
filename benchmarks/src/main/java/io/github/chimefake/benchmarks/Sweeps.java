package io.github.chimefake.benchmarks;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/** Sweeps a test that makes a number of calls one after the other, which nothing catches. Prints how long each sweep takes. */
final class Sweeps {
    static final String SWEEP = "sweep";
    static final String RUNS = "runs";
    static final String HEAP = "heap";

    /** A machine with other work may take long for a run in a fresh JVM, which is not hung. */
    private static final SweepSettings SETTINGS = SweepSettings.defaults().timeLimit(Duration.ofMinutes(2));

    private Sweeps() {}

    /** Arguments: calls of the test, sweeps, after how many runs the heap is measured; 0 for never. */
    public static void main(String[] arguments) throws Exception {
        int calls = Integer.parseInt(arguments[0]);
        int sweeps = Integer.parseInt(arguments[1]);
        int heapAfter = Integer.parseInt(arguments[2]);
        AtomicInteger runs = new AtomicInteger();
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            for (int i = 0; i < sweeps; i++) {
                long began = System.nanoTime();
                SweepReport report = SweepEngine.of("calls", SETTINGS).sweep(chime, sweep -> {
                    ChimeUser alice = chime.user("alice");
                    ChimeChannel general =
                            chime.channel("general").members(alice).create();
                    ChimeSdkMessagingClient client = chime.client();
                    sweep.run(() -> send(client, calls, general, alice));
                    if (heapAfter > 0 && runs.incrementAndGet() % heapAfter == 0) {
                        System.out.println(HEAP + "=" + heap());
                    }
                });
                System.out.println(SWEEP + "=" + (System.nanoTime() - began) / 1e6);
                System.out.println(RUNS + "=" + report.verdicts().size());
            }
        }
    }

    private static void send(ChimeSdkMessagingClient client, int calls, ChimeChannel channel, ChimeUser author) {
        for (int i = 0; i < calls; i++) {
            String text = "message " + i;
            client.sendChannelMessage(request -> request.channelArn(channel.arn())
                    .content(text)
                    .type(ChannelMessageType.STANDARD)
                    .persistence(ChannelMessagePersistenceType.PERSISTENT)
                    .chimeBearer(author.arn()));
        }
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
