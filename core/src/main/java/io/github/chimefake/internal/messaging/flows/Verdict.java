package io.github.chimefake.internal.messaging.flows;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;

/** The decision of a processor about a message. */
public sealed interface Verdict extends FlowVerdict {
    /** Returns the verdict that the message is sent with these changes. */
    static Verdict change(ChannelMessageCallback changes) {
        return new Change(changes);
    }

    /** Returns the verdict that the message is denied. */
    static Verdict deny() {
        return new Deny();
    }

    /** Returns the verdict that the function cannot be reached. */
    static Verdict fail() {
        return new Fail();
    }

    /** Returns the verdict that the function does not call back. */
    static Verdict pending() {
        return new Pending();
    }

    /**
     * The message is sent.
     *
     * @param changes the members that are set replace those of the message; {@code MessageId} is ignored
     */
    record Change(ChannelMessageCallback changes) implements Verdict {}

    /** The message is denied. */
    record Deny() implements Verdict {}

    /** The function cannot be reached. */
    record Fail() implements Verdict {}

    /** The function does not call back. */
    record Pending() implements Verdict {}
}
