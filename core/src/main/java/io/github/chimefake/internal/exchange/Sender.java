package io.github.chimefake.internal.exchange;

/** Who sends a request. Set where a request enters the fake, so no client can claim to be an actor. */
public enum Sender {
    /** A client of the fake, over a connection. */
    CLIENT,
    /** An actor, on behalf of the test. Faults and schedules leave its calls out. */
    ACTOR,
    /** An actor whose calls meet faults and schedules as those of clients do. */
    ACTOR_WITH_FAULTS;

    public boolean isActor() {
        return this != CLIENT;
    }

    /** Returns whether faults, stale reads and schedules apply to its calls and count them. */
    public boolean meetsFaults() {
        return this != ACTOR;
    }
}
