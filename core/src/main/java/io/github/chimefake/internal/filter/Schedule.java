package io.github.chimefake.internal.filter;

/** Which of the calls that a rule or a fault selects it applies to. */
public sealed interface Schedule {
    /**
     * Returns whether it applies to a call.
     *
     * @param seen how many selected calls there have been, this one included
     * @param applied how many of the earlier ones it applied to
     */
    boolean applies(int seen, int applied);

    /** Returns whether it applies to no call after these. */
    default boolean isUsedUp(int seen, int applied) {
        return false;
    }

    /** Every call. */
    record Always() implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return true;
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /** The next calls; those that another fault or rule ends do not count. */
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
        public String toString() {
            return calls == 1 ? "once" : calls + " calls";
        }
    }

    /** Only the n-th call, counted from 1. */
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
        public String toString() {
            return "call " + n;
        }
    }

    /** The n-th call, counted from 1, and all later ones. */
    record From(int n) implements Schedule {
        @Override
        public boolean applies(int seen, int applied) {
            return seen >= n;
        }

        @Override
        public String toString() {
            return "from call " + n + " on";
        }
    }
}
