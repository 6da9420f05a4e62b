package io.github.chimefake.flows;

import io.github.chimefake.internal.messaging.flows.Verdict;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageCallback;

/**
 * A function in place of the Lambda function of a channel flow's processor. It is called on a daemon thread after the response to
 * {@code SendChannelMessage} or {@code UpdateChannelMessage} has left, holds no lock, and may call the fake. The messages of a channel
 * are processed one after the other, in the order in which they were sent; those of other channels at the same time, so a function of
 * several channels must be thread-safe. A reset interrupts it and ignores its verdict.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ChannelFlowProcessor {
    /** Decides about a message. An exception, null or an invalid message counts as {@link FlowVerdict#fail()}. */
    FlowVerdict process(FlowEvent event);

    /**
     * The input that the Lambda function would get. Immutable.
     *
     * @since 0.1
     */
    interface FlowEvent {
        /** Returns the callback id, which {@code ChannelFlowCallback} requires. */
        String callbackId();

        /** Returns the message as it was sent, or as it would be after an update. */
        ChannelMessage message();
    }

    /**
     * The decision of a processor about a message. Immutable. Not to be implemented by users: return one of these.
     *
     * @since 0.1
     */
    interface FlowVerdict {
        /** Returns the verdict that the message is sent as it is. */
        static FlowVerdict allow() {
            return Verdict.change(ChannelMessageCallback.builder().build());
        }

        /** Returns the verdict that the message is sent with this content. */
        static FlowVerdict change(String content) {
            return Verdict.change(
                    ChannelMessageCallback.builder().content(content).build());
        }

        /**
         * Returns the verdict that the message is sent with these changes.
         *
         * @param changes each member that is set replaces that of the message; {@code MessageId} is ignored
         */
        static FlowVerdict change(ChannelMessageCallback changes) {
            return Verdict.change(changes);
        }

        /** Returns the verdict that the message is not sent, or not updated. */
        static FlowVerdict deny() {
            return Verdict.deny();
        }

        /** Returns the verdict that the function cannot be reached; the processor's FallbackAction decides. */
        static FlowVerdict fail() {
            return Verdict.fail();
        }

        /** Returns the verdict that the function does not call back: the message stays PENDING until {@code ChannelFlowCallback}. */
        static FlowVerdict pending() {
            return Verdict.pending();
        }
    }
}
