package io.github.chimefake.flows;

/**
 * Entry point for the processors of channel flows. Thread-safe.
 *
 * @since 0.1
 */
public interface Flows {
    /**
     * Registers a function in place of the Lambda function of a processor. Without one, a message in a channel with that flow stays
     * PENDING until {@code ChannelFlowCallback} is called. Replaces an earlier function for the same ARN, for messages that are sent
     * afterwards. {@link io.github.chimefake.ChimeMessagingServer#awaitBackgroundWork()} waits until it has returned.
     *
     * <pre>{@code
     * chime.flows().processor(filterArn, event ->
     *         event.message().content().contains("damn") ? FlowVerdict.deny() : FlowVerdict.allow());
     * }</pre>
     *
     * @param lambdaArn as in the processor's configuration, for example
     *     {@code arn:aws:lambda:us-east-1:111122223333:function:profanity-filter}
     * @throws IllegalArgumentException if {@code CreateChannelFlow} would not accept the ARN
     */
    void processor(String lambdaArn, ChannelFlowProcessor processor);

    /**
     * Removes every function, those of the baseline included; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
