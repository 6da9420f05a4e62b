package io.github.chimefake.internal.sweep.oracles;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells frames of the test from those of the code under test. The test is what called the sweep, with its outer and
 * superclasses; where the whole test is swept, it is what the sweep called. Named classes nested in it may be code under test.
 *
 * @param types the names of classes
 * @param test the name of the test, which usually begins with that of its class
 * @param sweepsWholeTest whether the code that is swept is the test itself
 */
public record TestCode(Set<String> types, String test, boolean sweepsWholeTest) {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** The class whose frame separates the sweep from the code. */
    private static final String BOUNDARY = "io.github.chimefake.internal.sweep.CodeExecution";

    private static final List<String> OF_SWEEP = List.of(
            "io.github.chimefake.internal.",
            "io.github.chimefake.sweep.",
            "io.github.chimefake.junit.jupiter.internal.");

    /** Libraries that neither are code under test nor belong to a test. */
    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.",
            "org.gradle.",
            "org.slf4j.",
            "org.springframework.",
            "com.google.common.",
            "com.fasterxml.",
            "com.intellij.",
            "reactor.",
            "software.amazon.");

    private static final List<String> ASSERTIONS = List.of(
            "org.assertj.",
            "org.junit.",
            "junit.",
            "org.opentest4j.",
            "org.testng.",
            "org.hamcrest.",
            "org.awaitility.",
            "org.mockito.",
            "com.google.common.truth.",
            "io.kotest.",
            "kotlin.test.");

    private static final Pattern LOCAL = Pattern.compile("\\$\\d");

    public TestCode {
        types = Set.copyOf(types);
    }

    /**
     * Finds the test on the stack of the current thread, which has called the sweep.
     *
     * @param code what is swept
     */
    public static TestCode ofCaller(Object code, String test) {
        Set<String> types = new HashSet<>();
        WALKER.forEach(frame -> add(frame.getDeclaringClass(), types));
        return new TestCode(types, test, isAny(OF_SWEEP, code.getClass().getName()));
    }

    private static void add(Class<?> type, Set<String> types) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> outer = each;
                    outer != null && !isForeign(outer.getName());
                    outer = outer.getEnclosingClass()) {
                types.add(outer.getName());
            }
        }
    }

    private static boolean isForeign(String name) {
        return isAny(OF_SWEEP, name) || isAny(LIBRARIES, name) || isAny(ASSERTIONS, name);
    }

    private static boolean isAny(List<String> prefixes, String name) {
        return prefixes.stream().anyMatch(name::startsWith);
    }

    /** Returns the class that a local or anonymous class is in, or else the class itself. */
    private static String named(String className) {
        return LOCAL.split(className, 2)[0];
    }

    /** Returns whether the code under test has thrown an exception: not the test, nor an assertion, nor an unknown place. */
    boolean isThrownByCode(Throwable thrown) {
        Set<String> ofTest = new HashSet<>(types);
        if (sweepsWholeTest) {
            entry(thrown).ifPresent(type -> addByName(type, ofTest));
        }
        return Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> isAny(ASSERTIONS, name) || !(isAny(LIBRARIES, name) || isAny(OF_SWEEP, name)))
                .findFirst()
                .filter(name -> !isAny(ASSERTIONS, name))
                .map(TestCode::named)
                .filter(name -> !ofTest.contains(name) && !beginsTest(name))
                .isPresent();
    }

    /** Returns the class that the sweep has called. */
    private static Optional<String> entry(Throwable thrown) {
        List<String> inner = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.equals(BOUNDARY))
                .filter(name -> !isForeign(name))
                .toList();
        boolean isComplete = Stream.of(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(BOUNDARY));
        return isComplete && !inner.isEmpty() ? Optional.of(inner.get(inner.size() - 1)) : Optional.empty();
    }

    private static void addByName(String type, Set<String> types) {
        try {
            add(Class.forName(type, false, Thread.currentThread().getContextClassLoader()), types);
        } catch (ClassNotFoundException | LinkageError unknown) {
            types.add(named(type));
        }
    }

    private boolean beginsTest(String type) {
        return test.startsWith(type + ".") || test.startsWith(type.replace('$', '.') + ".");
    }
}
