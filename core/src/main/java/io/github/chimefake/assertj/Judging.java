package io.github.chimefake.assertj;

/** One run of a block of assertions; or the assertions outside of any block, which run once. Used by one thread. */
final class Judging {
    private final long deadline;
    private boolean exact;

    private Judging(long deadline) {
        this.deadline = deadline;
    }

    /** Returns a run without a limit. */
    static Judging once() {
        return new Judging(Long.MAX_VALUE);
    }

    /**
     * Returns a run of a block within this one.
     *
     * @param itsDeadline by {@link System#nanoTime()}
     */
    Judging ofBlock(long itsDeadline) {
        return new Judging(itsDeadline);
    }

    /** Returns this limit in nanoseconds, or the time until the end of the enclosing block if that is shorter. */
    long limited(long nanos) {
        return deadline == Long.MAX_VALUE ? nanos : Math.max(0, Math.min(nanos, deadline - System.nanoTime()));
    }

    /** Returns whether this is a run of a block, which is judged again at each change, so that it need not wait for any. */
    boolean isRepeated() {
        return deadline != Long.MAX_VALUE;
    }

    /** Notes an assertion that a further call could make fail. */
    void exact() {
        exact = true;
    }

    boolean isExact() {
        return exact;
    }
}
