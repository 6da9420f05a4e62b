package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.sweep.Sweep;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * Decides which parameters of our types the fake provides, and which it leaves to other extensions. Jupiter asks each extension
 * separately, and cannot advise what to do if several claim a parameter or none does, so the decisions are kept for that message.
 */
public final class ParameterClaims {
    private static final String COMPETITION = "competing";
    private static final String SWEEP_WITHOUT_RESOLVER =
            "No ParameterResolver registered for parameter [" + Sweep.class.getName() + " ";
    private static final String ADVICE_ABOUT_SWEEP =
            "Only a test method with @FaultSweep takes a parameter of type Sweep: put @FaultSweep on it instead of @Test";

    private final Map<Parameter, Decision> decisions = new ConcurrentHashMap<>();

    /** Whether a parameter was claimed, and what to do if that was wrong. */
    private record Decision(boolean claimed, String advice) {}

    /** Returns the claims of the run. */
    public static ParameterClaims in(ExtensionContext context) {
        return ContextStore.ofRun(context, ParameterClaims.class, ParameterClaims::new);
    }

    /**
     * Returns whether the fake provides a parameter: if it has an annotation of ours; or if it has one of our types, and no sign of
     * another extension.
     */
    public boolean claims(ParameterContext parameter, ExtensionContext context) {
        Optional<Injectable> injectable = Injectable.of(new InjectionPoint.OfParameter(parameter));
        if (injectable.isEmpty()) {
            return false;
        }
        Decision decision = decide(parameter, injectable.get(), context);
        decisions.put(parameter.getParameter(), decision);
        return decision.claimed();
    }

    private static Decision decide(ParameterContext parameter, Injectable injectable, ExtensionContext context) {
        if (new InjectionPoint.OfParameter(parameter).isMarked()) {
            return new Decision(
                    true,
                    "The parameter has an annotation of the Chime messaging fake, but another extension provides it, too."
                            + " Leave out one of their annotations, or take a parameter ChimeMessagingServer chime in the test or in"
                            + " @BeforeEach and use " + injectable.expression());
        }
        return otherProvider(parameter, context)
                .map(other -> new Decision(
                        false, "The Chime messaging fake leaves the parameter to others, because " + other))
                .orElseGet(() -> new Decision(
                        true,
                        "Both the Chime messaging fake and another extension provide a parameter of this type. For the other"
                                + " extension's value, put its annotation, or an annotation that you define, on the"
                                + " parameter; for the"
                                + " fake's, take a parameter ChimeMessagingServer chime and use "
                                + injectable.expression()));
    }

    private static Optional<String> otherProvider(ParameterContext parameter, ExtensionContext context) {
        String claim = ". If the fake should provide it, put @InjectChimeFake on it";
        String move = ". If the fake should provide it, take it in the test or in @BeforeEach";
        Executable executable = parameter.getDeclaringExecutable();
        Optional<String> onParameter =
                ForeignAnnotations.on(parameter.getParameter()).map(other -> "it has the annotation " + other + claim);
        if (onParameter.isPresent()) {
            return onParameter;
        }
        if (ArgumentParameters.include(executable, parameter.getIndex())) {
            return Optional.of("it is the first of a parameterized test or class, which takes an argument" + claim);
        }
        if (!(executable instanceof Constructor<?> constructor)) {
            return Optional.empty();
        }
        return ForeignAnnotations.on(constructor)
                .map(other -> "its constructor has the annotation " + other + move)
                .or(() -> SpringConstructors.provide(parameter, constructor, context)
                        ? Optional.of("Spring provides all parameters of this constructor" + move)
                        : Optional.empty());
    }

    /** Returns what to do about a parameter that Jupiter could not resolve, if it is of a type that the fake provides. */
    Optional<String> advice(Throwable problem) {
        String message = String.valueOf(problem.getMessage());
        if (problem instanceof ParameterResolutionException && message.startsWith(SWEEP_WITHOUT_RESOLVER)) {
            return Optional.of(ADVICE_ABOUT_SWEEP).filter(advice -> !message.contains(advice));
        }
        return problem instanceof ParameterResolutionException
                ? decisions.entrySet().stream()
                        .filter(entry -> isAbout(entry.getKey(), message))
                        .map(Map.Entry::getValue)
                        .filter(decision -> !decision.claimed() || message.contains(COMPETITION))
                        .map(Decision::advice)
                        .filter(advice -> !message.contains(advice))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAbout(Parameter parameter, String message) {
        return message.contains("[" + parameter + "] in ")
                && message.contains(parameter.getDeclaringExecutable().toGenericString());
    }

    /** Adds the advice to the problem that a test or container failed with, where that cannot be replaced. */
    public static void advise(ExtensionContext context) {
        context.getExecutionException()
                .ifPresent(problem -> in(context)
                        .advice(problem)
                        .filter(advice -> !isSuppressedIn(problem, advice))
                        .map(ParameterResolutionException::new)
                        .ifPresent(problem::addSuppressed));
    }

    private static boolean isSuppressedIn(Throwable problem, String advice) {
        return Arrays.stream(problem.getSuppressed()).anyMatch(suppressed -> advice.equals(suppressed.getMessage()));
    }
}
