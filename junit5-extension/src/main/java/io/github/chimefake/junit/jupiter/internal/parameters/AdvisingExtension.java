package io.github.chimefake.junit.jupiter.internal.parameters;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Adds advice to the message of an exception where Jupiter could not resolve a parameter that the fake could provide. */
public abstract class AdvisingExtension
        implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw advised(context, problem);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw advised(context, problem);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw advised(context, problem);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw advised(context, problem);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable problem) throws Throwable {
        throw advised(context, problem);
    }

    private static Throwable advised(ExtensionContext context, Throwable problem) {
        return ParameterClaims.in(context)
                .advice(problem)
                .<Throwable>map(
                        advice -> new ParameterResolutionException(problem.getMessage() + ". " + advice, problem))
                .orElse(problem);
    }
}
