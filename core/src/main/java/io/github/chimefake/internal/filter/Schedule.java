package io.github.chimefake.internal.filter;

/** Decides which of the selected calls a rule or a fault applies to. */
public sealed interface Schedule {
    /**
     * Returns whether the rule or fault applies to a call.
     *
     * @param seen the number of selected calls, including this one
     * @param applied the number of earlier calls that it applied to
     */
    boolean applies(int seen, int applied);

    /** Returns whether it cannot apply to any further call. */
    default boolean isUsedUp(int seen, int applied) {
        return false;
    }

    /** Returns the number of calls that it can apply to; {@link Integer#MAX_VALUE} for any number. */
    default int maxCalls() {
        return Integer.MAX_VALUE;
    }

    /** Returns the number of calls that it has to apply to before it has ended; 1 if it need not end. */
    default int expectedCalls() {
        return 1;
    }

    /**
     * Returns the step of a selection that it comes from, for example {@code .once()} or {@code .nthCall(2)}; empty if there is none.
     *
     * @param noun what it counts
     */
    String step(Noun noun);

    /** Returns the number of the first selected call that it can apply to, from 1. */
    default int firstCall() {
        return 1;
    }

    /** Applies to every call. */
    record Always() implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return true;
        }

        @Override
        public String step(Noun noun) {
            return "";
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /** Applies to the next calls, not counting calls that another fault or rule ends. */
    record Next(int calls) implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return applied < calls;
        }

        @Override
        public boolean isUsedUp(int seen, int applied) {
            return applied >= calls;
        }

        @Override
        public int maxCalls() {
            return calls;
        }

        @Override
        public int expectedCalls() {
            return calls;
        }

        @Override
        public String step(Noun noun) {
            return calls == 1 ? ".once()" : "." + noun.plural() + "(" + calls + ")";
        }

        @Override
        public String toString() {
            return calls == 1 ? "once" : calls + " calls";
        }
    }

    /** Applies only to the n-th call, counted from 1. */
    record Nth(int n) implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return seen == n;
        }

        @Override
        public boolean isUsedUp(int seen, int applied) {
            return seen >= n;
        }

        @Override
        public int maxCalls() {
            return 1;
        }

        @Override
        public int firstCall() {
            return n;
        }

        @Override
        public String step(Noun noun) {
            return ".nth" + noun.capitalized() + "(" + n + ")";
        }

        @Override
        public String toString() {
            return "call " + n;
        }
    }

    /** Applies to the n-th call, counted from 1, and to all later ones. */
    record From(int n) implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return seen >= n;
        }

        @Override
        public int firstCall() {
            return n;
        }

        @Override
        public String step(Noun noun) {
            return ".from" + noun.capitalized() + "(" + n + ")";
        }

        @Override
        public String toString() {
            return "from call " + n + " on";
        }
    }

    /** Applies to every n-th call: the n-th, counted from 1, the 2n-th, and so on. */
    record EveryNth(int n) implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return seen % n == 0;
        }

        @Override
        public int firstCall() {
            return n;
        }

        @Override
        public String step(Noun noun) {
            return ".everyNth" + noun.capitalized() + "(" + n + ")";
        }

        @Override
        public String toString() {
            return "everyNthCall(" + n + ")";
        }
    }

    /** Applies to the calls of another schedule, and to no more than a number of them. */
    record UpTo(Schedule schedule, int calls) implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return applied < calls && schedule.applies(seen, applied);
        }

        @Override
        public boolean isUsedUp(int seen, int applied) {
            return applied >= calls || schedule.isUsedUp(seen, applied);
        }

        @Override
        public int maxCalls() {
            return Math.min(calls, schedule.maxCalls());
        }

        @Override
        public int expectedCalls() {
            return calls;
        }

        @Override
        public int firstCall() {
            return schedule.firstCall();
        }

        @Override
        public String step(Noun noun) {
            return schedule.step(noun);
        }

        @Override
        public String toString() {
            return schedule.toString();
        }
    }
}
