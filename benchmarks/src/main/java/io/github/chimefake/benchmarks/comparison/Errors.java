package io.github.chimefake.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** An assertion that all tests of the comparison share: for errors for which the SDK has no class. */
final class Errors {
    private Errors() {}

    static void assertError(int status, @Nullable String code, ThrowingCallable call) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(call)
                .satisfies(thrown -> {
                    assertThat(thrown.statusCode()).isEqualTo(status);
                    assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo(code);
                });
    }
}
