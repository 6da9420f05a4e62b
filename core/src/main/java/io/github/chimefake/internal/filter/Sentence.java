package io.github.chimefake.internal.filter;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The steps of a rule, fault or setting until the method that registers it, as far as the test has come. It is unfinished if the
 * test neither registered anything with it nor added a step.
 */
public final class Sentence implements Setup {
    private final SetupLog log;
    private final Kind kind;
    private final String source;
    private final long order = System.nanoTime();
    private volatile Supplier<String> steps = () -> "";
    private volatile boolean continued;

    /**
     * What is common to the sentences of one entry point.
     *
     * @param entryPoint for example {@code permissions()}
     * @param verbs the methods that finish a sentence, for example {@code deny() or allow()}
     */
    private record Kind(String entryPoint, String verbs) {}

    private Sentence(SetupLog log, Kind kind, String source) {
        this.log = log;
        this.kind = kind;
        this.source = source;
    }

    /** Returns a sentence without any step, which is not recorded. */
    static Sentence start(SetupLog log, String entryPoint, String verbs) {
        return new Sentence(log, new Kind(entryPoint, verbs), "");
    }

    /** Returns the sentence with its first step, which is recorded with the line of the test. */
    public Sentence begun() {
        return next();
    }

    /** Returns the sentence with one more step, which is recorded with the line of the test. */
    Sentence next() {
        continued = true;
        Sentence next = new Sentence(log, kind, SourceLine.current());
        log.add(next);
        return next;
    }

    /** Sets what returns the steps, for example {@code .on(SEND_CHANNEL_MESSAGE).by(alice)}. */
    void describeBy(Supplier<String> text) {
        steps = text;
    }

    /** Marks it as finished. */
    void finish() {
        continued = true;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public long order() {
        return order;
    }

    @Override
    public boolean isUsed() {
        return continued;
    }

    @Override
    public boolean isSettled() {
        return continued;
    }

    @Override
    public Optional<Declaration> declaration() {
        return Optional.empty();
    }

    /** Returns the methods that finish it. */
    public String verbs() {
        return kind.verbs();
    }

    /** Returns it as a test writes it, for example {@code permissions().on(SEND_CHANNEL_MESSAGE).by(alice)}. */
    @Override
    public String toString() {
        return kind.entryPoint() + steps.get();
    }
}
