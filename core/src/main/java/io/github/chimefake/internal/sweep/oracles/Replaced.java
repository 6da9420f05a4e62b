package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The code threw an exception, and none that it received is among its causes or suppressed by one of them, nor does a message in them name
 * the error.
 */
final class Replaced implements Oracle {
    @Override
    public SweepOracle kind() {
        return SweepOracle.REPLACED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        if (run.exception().isEmpty() || run.delivered().isEmpty()) {
            return Optional.empty();
        }
        Throwable thrown = run.exception().get();
        if (thrown
                instanceof
                AssertionError) { // An assertion within the code that is swept, for example about an exception.
            return Optional.empty();
        }
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, chain);
        return run.delivered().stream().anyMatch(failure -> isIn(failure, chain))
                ? Optional.empty()
                : Optional.of("the code threw " + thrown.getClass().getName() + " without the cause "
                        + run.delivered().get(0).getClass().getSimpleName());
    }

    /** Asynchronous clients may wrap or copy an exception. */
    private static boolean isIn(Throwable failure, Set<Throwable> chain) {
        return chain.stream()
                .anyMatch(each -> each == failure
                        || (each.getClass() == failure.getClass()
                                && String.valueOf(each.getMessage()).equals(failure.getMessage()))
                        || errorCode(failure)
                                .filter(code ->
                                        String.valueOf(each.getMessage()).contains(code))
                                .isPresent());
    }

    private static Optional<String> errorCode(Throwable failure) {
        return failure instanceof AwsServiceException ofService
                ? Optional.ofNullable(ofService.awsErrorDetails()).map(AwsErrorDetails::errorCode)
                : Optional.empty();
    }

    private static void collect(@Nullable Throwable from, Set<Throwable> chain) {
        if (from != null && chain.add(from)) {
            collect(from.getCause(), chain);
            for (Throwable suppressed : from.getSuppressed()) {
                collect(suppressed, chain);
            }
        }
    }
}
