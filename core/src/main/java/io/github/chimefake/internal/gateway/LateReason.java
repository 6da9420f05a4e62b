package io.github.chimefake.internal.gateway;

import java.util.Optional;

/** The reason why a request is late. Its explanation completes a sentence that begins with the request. */
sealed interface LateReason {
    /** No fake currently uses the address. */
    LateReason NO_FAKE = new NoFake();

    /** Returns what was received, what is valid, and what to do. */
    String explanation();

    /** The fake that used the address is closed, and no other fake uses it. */
    record NoFake() implements LateReason {
        @Override
        public String explanation() {
            return "was sent to an address that no fake has now: the fake that had it is closed. Close a fake after"
                    + " its calls have ended, and use the endpoint of the next one.";
        }
    }

    /**
     * The client belongs to a finished test.
     *
     * @param name the name of that test, if it is known
     */
    record OtherTest(Optional<String> name) implements LateReason {
        @Override
        public String explanation() {
            return "came from a client of "
                    + name.map(test -> "the test " + test + ", which has ended").orElse("a test that has ended")
                    + ". In the test, wait for the calls that it starts, or obtain the client once, before the first test.";
        }
    }

    /**
     * The call began before a reset of the fake.
     *
     * @param name the name of its test, if it has one
     */
    record OtherGeneration(Optional<String> name) implements LateReason {
        @Override
        public String explanation() {
            return "belongs to a call"
                    + name.map(test -> " of the test " + test).orElse("")
                    + " that began before the fake was reset. Wait for calls to end before the reset.";
        }
    }
}
