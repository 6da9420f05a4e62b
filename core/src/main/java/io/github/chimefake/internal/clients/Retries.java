package io.github.chimefake.internal.clients;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.BackoffStrategy;
import software.amazon.awssdk.core.retry.conditions.RetryCondition;

/** How often a ready client tries. */
@SuppressWarnings(
        "deprecation") // Its successor, RetryStrategy, came with SDK 2.26; the lowest supported one is 2.25.1.
enum Retries {
    /** As often as the SDK does by default, which is four times in all, but without waiting in between. */
    WITHOUT_BACKOFF,
    /** Once. */
    NONE;

    void applyTo(ClientOverrideConfiguration.Builder configuration) {
        // Without a mode, and in RetryPolicy.none() too, it would come from the developer's own AWS settings.
        RetryPolicy.Builder policy = RetryPolicy.builder(RetryMode.LEGACY)
                .backoffStrategy(BackoffStrategy.none())
                .throttlingBackoffStrategy(BackoffStrategy.none());
        configuration.retryPolicy(
                switch (this) {
                    case WITHOUT_BACKOFF ->
                        policy.numRetries(3)
                                // The default stops retrying after about a hundred failures, which a test class
                                // reaches.
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
