package io.github.chimefake.flows;

/**
 * Entry point for the processors of channel flows. Thread-safe.
 *
 * @since 0.1
 */
public interface Flows {
    /**
     * Registers a function that replaces the Lambda function of a processor. Without one, a message in a channel with that flow stays
     * PENDING until {@code ChannelFlowCallback} is called. Replaces an earlier function for the same ARN.
     *
     * <pre>{@code
     * chime.flows().processor(filterArn, event ->
     *         event.message().content().contains("damn") ? FlowVerdict.deny() : FlowVerdict.allow());
     * }</pre>
     *
     * @param lambdaArn as in the processor's configuration, for example
     *     {@code arn:aws:lambda:us-east-1:111122223333:function:profanity-filter}
     * @throws IllegalStateException if the fake is closed
     */
    void processor(String lambdaArn, ChannelFlowProcessor processor);

    /**
     * Removes every function, those of the baseline included; the next reset restores those of the baseline.
     *
     * @throws IllegalStateException if the fake is closed
     */
    void clear();
}
