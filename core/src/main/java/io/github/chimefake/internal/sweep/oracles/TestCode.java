package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.internal.sweep.calls.CodeLines;
import io.github.chimefake.internal.sweep.calls.ForeignCode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Set<String> HOSTS = Set.of("github", "gitlab");
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
        return new TestCode(types, test, ForeignCode.isOfSweep(code.getClass().getName()));
    }

    /** Returns a condition that tells by the name of a class whether it is of the same organization as the test, by the first parts of their packages. */
    public Predicate<String> isOfSameOrganization() {
        Set<String> own = Stream.concat(types.stream(), Stream.of(test))
                .map(TestCode::organization)
                .collect(Collectors.toSet());
        return type -> own.contains(organization(type));
    }

    /** Returns the first two parts of a package, or three where the second one is a host of many organizations; fewer if there are not so many. */
    private static String organization(String name) {
        List<String> parts = Stream.of(name.split("\\."))
                .takeWhile(part -> !part.isEmpty() && Character.isLowerCase(part.charAt(0)))
                .toList();
        int needed = parts.size() > 1 && HOSTS.contains(parts.get(1)) ? 3 : 2;
        return String.join(".", parts.subList(0, Math.min(needed, parts.size())));
    }

    private static void add(Class<?> type, Set<String> types) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> outer = each;
                    outer != null && !ForeignCode.contains(outer.getName());
                    outer = outer.getEnclosingClass()) {
                types.add(outer.getName());
            }
        }
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
                .filter(name -> ForeignCode.isOfTesting(name) || !ForeignCode.contains(name))
                .findFirst()
                .filter(name -> !ForeignCode.isOfTesting(name))
                .map(TestCode::named)
                .filter(name -> !ofTest.contains(name) && !beginsTest(name))
                .isPresent();
    }

    /** Returns the class that the sweep has called. */
    private static Optional<String> entry(Throwable thrown) {
        List<String> inner = Arrays.stream(thrown.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.equals(CodeLines.START))
                .filter(name -> !ForeignCode.contains(name))
                .toList();
        boolean isComplete = Stream.of(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(CodeLines.START));
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
