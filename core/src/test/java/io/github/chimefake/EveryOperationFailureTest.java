package io.github.chimefake;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every failure of every operation, through the server into the SDK's client. {@link OperationFailuresTest} tries a sample. */
@Tag("thorough")
class EveryOperationFailureTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    @ParameterizedTest
    @EnumSource
    void aClientThrowsWhatTheFailureSays(Operation operation) {
        FailureSamples samples = new FailureSamples(fakes.start());
        List<OperationFailure> failures = FailureSamples.all()
                .filter(failure -> failure.operation() == operation)
                .toList();

        failures.forEach(samples::assertThrown);
    }
}
