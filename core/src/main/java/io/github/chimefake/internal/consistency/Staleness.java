package io.github.chimefake.internal.consistency;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** Which writes a read misses. */
sealed interface Staleness {
    /**
     * When something happened.
     *
     * @param time by the fake's clock
     * @param reads how many reads there had been, a read itself included
     */
    record Moment(Instant time, long reads) {}

    /** Returns whether the next read misses any write. */
    boolean isStale(SplittableRandom random);

    /** Returns whether a stale read misses the write; once one does not, no later read does. */
    boolean hides(Moment write, Moment read);

    /** Every read misses the writes that are younger than so long. */
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

    /** So many reads after a write miss it. */
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

    /** Some reads miss the writes that are younger than so long. */
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
