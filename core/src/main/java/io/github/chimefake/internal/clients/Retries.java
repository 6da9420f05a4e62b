package io.github.chimefake.internal.clients;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.core.retry.conditions.RetryCondition;

/** The retry behavior of a client. */
@SuppressWarnings(
        "deprecation") // Its successor, RetryStrategy, came with SDK 2.26; the lowest supported one is 2.25.1.
enum Retries {
    /** Four attempts, the default of the SDK, but without waiting between them. */
    WITHOUT_BACKOFF,
    /** One attempt. */
    NONE;

    void applyTo(ClientOverrideConfiguration.Builder configuration) {
        // If no mode is set, the SDK reads it from the AWS settings of the developer. RetryPolicy.none() does not set
        // one.
        RetryPolicy.Builder policy = RetryPolicy.builder(RetryMode.LEGACY)
                .backoffStrategy(BackoffStrategy.none())
                .throttlingBackoffStrategy(BackoffStrategy.none());
        configuration.retryPolicy(
                switch (this) {
                    case WITHOUT_BACKOFF ->
                        policy.numRetries(3)
                                // By default, the SDK stops retrying after about a hundred failures, which a test class
                                // can reach.
                                .retryCapacityCondition(context -> true)
                                .build();
                    case NONE ->
                        policy.numRetries(0)
                                .retryCondition(RetryCondition.none())
                                .additionalRetryConditionsAllowed(false)
                                .build();
                });
    }
}
