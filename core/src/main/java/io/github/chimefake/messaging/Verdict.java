package io.github.chimefake.messaging;

import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;

/** What a {@link ChannelFlowProcessor} makes of a message. */
public sealed interface Verdict {
    /** The message goes on as it is. */
    static Verdict pass() {
        return new Change(ChannelMessageCallback.builder().build());
    }

    /** The message goes on with another content. */
    static Verdict change(String content) {
        return new Change(ChannelMessageCallback.builder().content(content).build());
    }

    /** The message is not sent, or not updated, and nothing of it is kept. */
    static Verdict deny() {
        return new Deny();
    }

    /** The function cannot be reached: the processor's FallbackAction decides. */
    static Verdict fail() {
        return new Fail();
    }

    /** The function does not call back yet: the message stays PENDING until {@code ChannelFlowCallback} comes. */
    static Verdict noAnswer() {
        return new NoAnswer();
    }

    /**
     * The message goes on.
     *
     * @param changes what is set replaces what the message has; its {@code MessageId} means nothing here
     */
    record Change(ChannelMessageCallback changes) implements Verdict {}

    /** The message is dropped. */
    record Deny() implements Verdict {}

    /** The function cannot be reached. */
    record Fail() implements Verdict {}

    /** No callback. */
    record NoAnswer() implements Verdict {}
}
