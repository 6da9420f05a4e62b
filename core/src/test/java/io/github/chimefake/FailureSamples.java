package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Injects failures, and compares what a client throws with what they say. */
final class FailureSamples {
    private final ChimeMessagingServer chime;
    private final EveryOperation calls;

    FailureSamples(ChimeMessagingServer chime) {
        this.chime = chime;
        EveryOperation retrying = EveryOperation.of(chime, chime.caller());
        this.calls = retrying.with(
                chime.clients().withoutRetries().client(),
                chime.clients().withoutRetries().identityClient());
    }

    static Stream<OperationFailure> all() {
        return Stream.of(Operation.values())
                .flatMap(operation -> OperationFailures.of(operation).stream())
                .filter(failure -> failure.placement() != FailurePlacement.BATCH_MEMBER);
    }

    static Stream<OperationFailure> onePerErrorLayerAndPlacement() {
        Map<List<Object>, OperationFailure> samples = new LinkedHashMap<>();
        all().forEach(failure ->
                samples.putIfAbsent(List.of(failure.error(), failure.layer(), failure.placement()), failure));
        return samples.values().stream();
    }

    void assertThrown(OperationFailure failure) {
        try (Registration injected = failure.inject(chime)) {
            Throwable thrown = callsFor(failure)
                    .thrownBy(failure.operation(), request -> request)
                    .orElseThrow(() -> new AssertionError(failure + ": nothing was thrown"));

            if (failure.error().isPresent()) {
                assertThat(thrown).as(failure.name()).isExactlyInstanceOf(failure.exceptionClass());
                AwsServiceException error = (AwsServiceException) thrown;
                assertThat(failure.errorCode()).contains(error.awsErrorDetails().errorCode());
                assertThat(failure.statusCode()).hasValue(error.statusCode());
                assertThat(error.awsErrorDetails().errorMessage()).isNotBlank().doesNotContain("{", "}");
            } else {
                assertThat(failure.exceptionClass()).isEqualTo(SdkClientException.class);
                assertThat(thrown).as(failure.name()).isInstanceOf(SdkClientException.class);
                assertThat(failure.statusCode()).isEmpty();
                assertThat(failure.errorCode()).isEmpty();
            }
            if (failure.placement() != FailurePlacement.RESPONSE_DELAYED) { // Else the client may have gone before.
                assertThat(injected.timesApplied()).isOne();
            }
        }
    }

    private EveryOperation callsFor(OperationFailure failure) {
        return failure.placement() == FailurePlacement.RESPONSE_DELAYED
                ? calls.with(
                        chime.clients()
                                .configure(ChimeSdkMessagingClient.builder()
                                        .overrideConfiguration(
                                                settings -> settings.apiCallTimeout(Duration.ofMillis(100))))
                                .build(),
                        chime.clients()
                                .configure(ChimeSdkIdentityClient.builder()
                                        .overrideConfiguration(
                                                settings -> settings.apiCallTimeout(Duration.ofMillis(100))))
                                .build())
                : calls;
    }
}
