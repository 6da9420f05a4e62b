package io.github.chimefake.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long requests to the control API take, over loopback. */
final class JarControlSection implements Section {
    private static final String CALL = "call";
    private static final String READ = "read";
    private static final String WRITE = "write";
    private static final String CALL_WAITED_FOR = "call that is waited for";
    private static final String WAIT = "wait";
    private static final String FILL = "fill";
    private static final String RESET_FULL = "reset full";
    private static final String RESET_EMPTY = "reset empty";

    private final Jar jar;

    JarControlSection(Jar jar) {
        this.jar = jar;
    }

    @Override
    public void measure(Form form, Page page) {
        Measurements measured = new Measurements();
        try (JarProcess process =
                        jar.with("--control-port", "0", "--log", "json").start();
                Connection fake = new Connection(process.port())) {
            Turn turn = new Turn(process.port(), process.controlPort(), fake);
            turn.take(form.controlTurns, new Measurements()); // Warms up.
            turn.take(form.controlTurns, measured);
            turn.reset(form.jarStarts, new Measurements());
            turn.reset(form.jarStarts, measured);
        }
        page.add(Aim.atMost(
                10,
                "ms",
                "a wait of the control API, from the response of the call waited for to that of the wait",
                measured.of(WAIT).minus(measured.of(CALL_WAITED_FOR))));
        page.add(Aim.atMost(
                10,
                "reset of 1,000 channels with 10,000 messages, of an empty fake",
                measured.of(RESET_FULL).dividedBy(measured.of(RESET_EMPTY))));
        page.heading("The control API")
                .line(
                        "One request after the other, by turns, in a process that has responded to as many before. The control API closes each"
                                + " connection after its response, so the time of a request to it includes a new connection.")
                .table("", "ms")
                .row("for comparison: a signed `ListChannels` to the fake", measured.of(CALL))
                .row("`GET /v1/clock`", measured.of(READ))
                .row("`POST /v1/channels`, a channel with two members", measured.of(WRITE))
                .row(
                        "`GET /v1/journal/wait`: from the call that it waits for to the response of the call",
                        measured.of(CALL_WAITED_FOR))
                .row("the same to the response of the wait", measured.of(WAIT))
                .row("`POST /v1/fixtures`: 1,000 channels with 10,000 messages", measured.of(FILL))
                .row("`POST /v1/reset` of them", measured.of(RESET_FULL))
                .row("`POST /v1/reset` of an empty fake", measured.of(RESET_EMPTY));
    }

    /** What is measured by turns. */
    private record Turn(int port, int controlPort, Connection fake) {
        void take(int turns, Measurements measured) {
            for (int i = 0; i < turns; i++) {
                byte[] list = JarRequests.listChannels(port);
                measured.add(CALL, millis(() -> fake.exchange(list)));
                measured.add(READ, control("GET", "/v1/clock", ""));
                measured.add(
                        WRITE,
                        control("POST", "/v1/channels", "{\"name\":\"general\",\"members\":[\"alice\",\"bob\"]}"));
                await(measured);
                control("POST", "/v1/reset", "");
            }
        }

        void reset(int turns, Measurements measured) {
            String many = JarRequests.manyChannels();
            for (int i = 0; i < turns; i++) {
                measured.add(FILL, control("POST", "/v1/fixtures", many));
                measured.add(RESET_FULL, control("POST", "/v1/reset", ""));
                measured.add(RESET_EMPTY, control("POST", "/v1/reset", ""));
            }
        }

        private void await(Measurements measured) {
            control("DELETE", "/v1/journal", "");
            try (Connection waiting = new Connection(controlPort)) {
                waiting.send(JarRequests.control(controlPort, "GET", "/v1/journal/wait", ""));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20)); // Until it waits.
                byte[] list = JarRequests.listChannels(port);
                long before = System.nanoTime();
                fake.exchange(list);
                measured.add(CALL_WAITED_FOR, (System.nanoTime() - before) / 1e6);
                waiting.receive();
                measured.add(WAIT, (System.nanoTime() - before) / 1e6);
            }
        }

        private double control(String method, String target, String json) {
            byte[] request = JarRequests.control(controlPort, method, target, json);
            return millis(() -> {
                try (Connection control = new Connection(controlPort)) {
                    control.exchange(request);
                }
            });
        }

        private static double millis(Runnable work) {
            long before = System.nanoTime();
            work.run();
            return (System.nanoTime() - before) / 1e6;
        }
    }
}
