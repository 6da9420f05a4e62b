package io.github.chimefake.fault;

/** Which of the invocations that a fault means it strikes. */
sealed interface Schedule {
    /**
     * Whether an invocation is struck.
     *
     * @param seen how many invocations that the fault means there have been, this one included
     * @param struck how many of those before were struck
     */
    boolean strikes(int seen, int struck);

    /** Every invocation. */
    record Always() implements Schedule {
        @Override
        public boolean strikes(int seen, int struck) {
            return true;
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /** The next invocations; those that an earlier fault takes do not count. */
    record Next(int calls) implements Schedule {
        @Override
        public boolean strikes(int seen, int struck) {
            return struck < calls;
        }

        @Override
        public String toString() {
            return calls == 1 ? "once" : calls + " calls";
        }
    }

    /** Only the n-th invocation, counted from 1. */
    record Nth(int n) implements Schedule {
        @Override
        public boolean strikes(int seen, int struck) {
            return seen == n;
        }

        @Override
        public String toString() {
            return "call " + n;
        }
    }
}
