package io.github.chimefake.internal.events;

/** Is told of each event, in the order of the writes. */
public interface EventListener {
    /**
     * Called within the write, by one thread at a time. Must neither block nor call the fake. The call that caused the
     * event has not been responded to.
     */
    void emitted(EmittedEvent event);
}
