package io.github.chimefake.benchmarks;

import java.util.List;

/** Whether the jar's memory depends on how long it has run. */
final class JarJournalSection implements Section {
    /** So many times as many calls are many. */
    private static final int MANY = 10;

    private final Jar jar;

    JarJournalSection(Jar jar) {
        this.jar = jar;
    }

    @Override
    public void measure(Form form, Page page) {
        int few = form.jarCalls;
        int many = few * MANY;
        try (JarProcess process = jar.start();
                Connection connection = new Connection(process.port())) {
            process.millisToFirstResponse();
            double idle = process.idleMegabytes();
            double live = process.liveMegabytes();
            call(process, connection, few);
            double idleAfterFew = process.idleMegabytes();
            double liveAfterFew = process.liveMegabytes();
            call(process, connection, many - few);
            double idleAfterMany = process.idleMegabytes();
            double liveAfterMany = process.liveMegabytes();
            if (form == Form.FULL) { // Fewer calls do not fill the journal.
                page.add(Aim.atMost(
                        1.1,
                        "objects in use after " + many + " calls, of those after " + few,
                        new Series(List.of(liveAfterMany / liveAfterFew))));
            }
            page.heading("Calls that the jar remembers")
                    .line(
                            "The same `ListChannels`, signed anew each second, one after the other. The journal keeps the latest 10,000"
                                    + " calls; what was printed is not kept.")
                    .table("", "MB of objects in use", "MB resident")
                    .row("after the start", Series.number(live), Series.number(idle))
                    .row("after " + few + " calls", Series.number(liveAfterFew), Series.number(idleAfterFew))
                    .row("after " + many + " calls", Series.number(liveAfterMany), Series.number(idleAfterMany));
        }
    }

    private static void call(JarProcess process, Connection connection, int calls) {
        byte[] request = JarRequests.listChannels(process.port());
        long signed = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            if (System.nanoTime() - signed > 1_000_000_000L) {
                request = JarRequests.listChannels(process.port());
                signed = System.nanoTime();
            }
            connection.exchange(request);
        }
    }
}
