package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The code under test threw its own exception, and what it received is not in it: none of the exceptions that it received is among the
 * causes or suppressed by one of them, nor does a message in them name the error or repeat its message. What carries an exception from another
 * thread is looked into. An exception of the test, an assertion, and another error of the service replace nothing.
 */
final class Replaced implements Oracle {
    private static final int SHORTEST_MESSAGE = 20;

    @Override
    public SweepOracle kind() {
        return SweepOracle.REPLACED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        if (run.exception().isEmpty() || run.delivered().isEmpty()) {
            return Optional.empty();
        }
        Throwable thrown = Chain.unwrapped(run.exception().get());
        Set<Throwable> chain = Chain.of(thrown);
        return thrown instanceof AssertionError
                        || Chain.hasErrorOfService(thrown)
                        || run.delivered().stream().anyMatch(failure -> isIn(failure, chain))
                        || !run.testCode().isThrownByCode(thrown)
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
                        || names(String.valueOf(each.getMessage()), failure));
    }

    /** A reader of the message learns what the code received: it has the error code, or all that the SDK says with its request id. */
    private static boolean names(String message, Throwable failure) {
        String received = String.valueOf(failure.getMessage());
        return errorCode(failure).filter(message::contains).isPresent()
                || (received.length() >= SHORTEST_MESSAGE && message.contains(received));
    }

    private static Optional<String> errorCode(Throwable failure) {
        return failure instanceof AwsServiceException ofService
                ? Optional.ofNullable(ofService.awsErrorDetails()).map(AwsErrorDetails::errorCode)
                : Optional.empty();
    }
}
