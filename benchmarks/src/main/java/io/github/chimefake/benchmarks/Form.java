package io.github.chimefake.benchmarks;

import java.time.Duration;

/** How thoroughly to measure. */
enum Form {
    /** Shows that everything runs, and nothing else. */
    SMOKE(
            1,
            2,
            1,
            Duration.ofMillis(100),
            1_000,
            0,
            1,
            Duration.ofMillis(50),
            Duration.ofMillis(500),
            1,
            1,
            2,
            1,
            100,
            2),
    /** About a minute: orders of magnitude. */
    SHORT(
            2,
            10,
            2,
            Duration.ofMillis(400),
            10_000,
            0,
            2,
            Duration.ofMillis(150),
            Duration.ofSeconds(1),
            1,
            4,
            100,
            2,
            2_000,
            30),
    /** For figures to keep. */
    FULL(
            11,
            40,
            7,
            Duration.ofSeconds(4),
            1_000_000,
            2,
            5,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            7,
            20,
            1_000,
            5,
            20_000,
            200);

    final int coldStarts;
    final int warmStarts;
    final int loadRounds;
    final Duration loadRound;
    /** How many messages are many. */
    final int messages;

    /** In how many JVMs; none for this one, which is quicker to begin, and less exact. */
    final int jmhForks;

    final int jmhIterations;
    final Duration jmhIteration;
    /** How long to take samples. */
    final Duration profile;
    /** How often each suite is run; in the full form, after once that is not measured. */
    final int suiteRounds;

    final int suiteClasses;

    /** How many batches of requests go to each fake with rules and faults that do not apply. */
    final int bystanderBatches;

    /** How often the jar is started in each way. */
    final int jarStarts;

    /** How many calls to the jar are few. */
    final int jarCalls;

    /** How often each request goes to the control API. */
    final int controlTurns;

    Form(
            int coldStarts,
            int warmStarts,
            int loadRounds,
            Duration loadRound,
            int messages,
            int jmhForks,
            int jmhIterations,
            Duration jmhIteration,
            Duration profile,
            int suiteRounds,
            int suiteClasses,
            int bystanderBatches,
            int jarStarts,
            int jarCalls,
            int controlTurns) {
        this.coldStarts = coldStarts;
        this.warmStarts = warmStarts;
        this.loadRounds = loadRounds;
        this.loadRound = loadRound;
        this.messages = messages;
        this.jmhForks = jmhForks;
        this.jmhIterations = jmhIterations;
        this.jmhIteration = jmhIteration;
        this.profile = profile;
        this.suiteRounds = suiteRounds;
        this.suiteClasses = suiteClasses;
        this.bystanderBatches = bystanderBatches;
        this.jarStarts = jarStarts;
        this.jarCalls = jarCalls;
        this.controlTurns = controlTurns;
    }
}
