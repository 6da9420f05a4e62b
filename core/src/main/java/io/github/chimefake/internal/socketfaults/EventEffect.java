package io.github.chimefake.internal.socketfaults;

import java.time.Duration;

/** What a fault does to an event on its way to a session. */
public sealed interface EventEffect {
    /** Does not send it. */
    record Drop() implements EventEffect {
        @Override
        public String toString() {
            return "drop";
        }
    }

    /** Sends it twice. */
    record Duplicate() implements EventEffect {
        @Override
        public String toString() {
            return "duplicate";
        }
    }

    /** Sends it later. */
    record Delay(Duration delay) implements EventEffect {
        @Override
        public String toString() {
            return "delay by " + delay;
        }
    }

    /** Sends it when the test says so. */
    record Hold(HeldFrames held) implements EventEffect {
        @Override
        public String toString() {
            return "hold";
        }
    }

    /** Sends it after the next one. */
    record Reorder() implements EventEffect {
        @Override
        public String toString() {
            return "reorder";
        }
    }

    /** Sends the first half of its bytes. */
    record Truncate() implements EventEffect {
        @Override
        public String toString() {
            return "truncate";
        }
    }

    /** Sends it, and closes the session. */
    record Close(int code) implements EventEffect {
        @Override
        public String toString() {
            return "close with " + code;
        }
    }
}
