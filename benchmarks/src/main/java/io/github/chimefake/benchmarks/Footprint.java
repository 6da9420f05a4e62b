package io.github.chimefake.benchmarks;

import io.github.chimefake.ChimeMessagingServer;
import java.util.ArrayList;
import java.util.List;

/** What fakes keep in the heap, how many threads they have, and what a reset costs however much there is. */
final class Footprint {
    static final String EMPTY_HEAP = "heap of an empty fake";
    static final String EMPTY_THREADS = "threads of an empty fake";
    static final String NEXT_HEAP = "next heap";
    static final String NEXT_THREADS = "next threads";
    static final String MESSAGES_HEAP = "messages heap";
    static final String RESET_EMPTY = "reset empty";
    static final String RESET_FULL = "reset full";
    private static final int FAKES = 10;
    private static final int RESETS = 10;

    private Footprint() {}

    public static void main(String[] arguments) {
        int messages = Integer.parseInt(arguments[0]);
        double heapBefore = usedMegabytes();
        int threadsBefore = Thread.activeCount();
        ChimeMessagingServer first = ChimeMessagingServer.start();
        double heapOfFirst = usedMegabytes();
        print(EMPTY_HEAP, heapOfFirst - heapBefore);
        print(EMPTY_THREADS, Thread.activeCount() - threadsBefore);
        List<ChimeMessagingServer> others = new ArrayList<>();
        int threadsOfFirst = Thread.activeCount();
        for (int i = 0; i < FAKES; i++) {
            others.add(ChimeMessagingServer.start());
        }
        print(NEXT_HEAP, (usedMegabytes() - heapOfFirst) / FAKES);
        print(NEXT_THREADS, (double) (Thread.activeCount() - threadsOfFirst) / FAKES);
        others.forEach(ChimeMessagingServer::close);
        first.close();
        try (Scene scene = new Scene();
                Scene empty = new Scene()) {
            // Before and after, the journal is full, so that the difference is the messages'.
            scene.addMessages(10_000);
            double without = usedMegabytes();
            scene.addMessages(messages);
            print(MESSAGES_HEAP, usedMegabytes() - without);
            // First many resets of nothing, so that the others meet compiled code.
            for (int i = 0; i < 200; i++) {
                reset(empty);
            }
            for (int i = 0; i < RESETS; i++) {
                // The same work precedes both, and leaves the same in the processor's caches.
                print(RESET_FULL, reset(scene));
                scene.addMessages(Math.max(messages / 10, 1_000));
                print(RESET_EMPTY, reset(empty));
                scene.addMessages(messages / 10);
            }
        }
    }

    private static double reset(Scene scene) {
        long before = System.nanoTime();
        scene.chime.reset();
        return (System.nanoTime() - before) / 1e3;
    }

    /** What is in use once there is no garbage left. */
    private static double usedMegabytes() {
        Runtime runtime = Runtime.getRuntime();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
        }
        return least;
    }

    private static void print(String name, double value) {
        System.out.println(name + "=" + value);
    }
}
