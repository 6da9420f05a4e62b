package io.github.chimefake.internal.consistency;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Decides which writes a read misses. */
sealed interface Staleness {
    /**
     * The time of a read or write.
     *
     * @param time by the fake's clock
     * @param reads the number of reads, including the read itself
     */
    record Moment(Instant time, long reads) {}

    /** Returns whether the next read may miss writes. */
    boolean isStale(SplittableRandom random);

    /** Returns whether a stale read misses the write. If it does not, later reads do not either. */
    boolean hides(Moment write, Moment read);

    /** All reads miss writes that are more recent than the duration. */
    record ForTime(Duration duration) implements Staleness {
        @Override
        public boolean isStale(SplittableRandom random) {
            return true;
        }

        @Override
        public boolean hides(Moment write, Moment read) {
            return write.time().plus(duration).isAfter(read.time());
        }

        @Override
        public String toString() {
            return "stale for " + duration;
        }
    }

    /** A number of reads after a write miss it. */
    record ForReads(int count) implements Staleness {
        @Override
        public boolean isStale(SplittableRandom random) {
            return true;
        }

        @Override
        public boolean hides(Moment write, Moment read) {
            return read.reads() - write.reads() <= count;
        }

        @Override
        public String toString() {
            return "stale for " + count + " reads";
        }
    }

    /** Some reads miss writes that are more recent than the duration. */
    record Sometimes(ForTime stale, double share) implements Staleness {
        @Override
        public boolean isStale(SplittableRandom random) {
            return random.nextDouble() < share;
        }

        @Override
        public boolean hides(Moment write, Moment read) {
            return stale.hides(write, read);
        }

        @Override
        public String toString() {
            return share + " of reads " + stale;
        }
    }
}
