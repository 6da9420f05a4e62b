package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.permissions.PermissionSelection;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The rules and faults that {@link DenyCalls} and {@link FailCalls} declare on classes or a method, checked.
 */
public final class DeclaredRules {
    public static final DeclaredRules NONE = new DeclaredRules(List.of());

    private final List<Rule> rules;

    private DeclaredRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** One annotation, with what registers its rules with a fake. */
    private record Rule(DeclaredCalls calls, Consumer<ChimeMessagingServer> registration) {
        private void applyTo(ChimeMessagingServer chime) {
            try {
                TestIsolation.of(chime).declare(calls.where(), () -> registration.accept(chime));
            } catch (IllegalArgumentException unsatisfiable) { // The fake knows which operations have what.
                throw new ExtensionConfigurationException(
                        calls.where() + ": " + unsatisfiable.getMessage(), unsatisfiable);
            }
        }
    }

    /**
     * Reads the annotations of one class or method.
     *
     * @throws ExtensionConfigurationException if one of them has a wrong value
     */
    public static DeclaredRules on(AnnotatedElement element) {
        Stream<Rule> denials = AnnotationSupport.findRepeatableAnnotations(element, DenyCalls.class).stream()
                .map(denial -> rule(denial, element));
        Stream<Rule> failures = AnnotationSupport.findRepeatableAnnotations(element, FailCalls.class).stream()
                .map(failure -> rule(failure, element));
        return new DeclaredRules(Stream.concat(denials, failures).toList());
    }

    /**
     * Reads the annotations of the class of a container. An invocation of a class template repeats nothing of the template, and the
     * annotations of a method apply to each of its invocations instead.
     *
     * @throws ExtensionConfigurationException if one of them has a wrong value
     */
    public static DeclaredRules onContainer(ExtensionContext container) {
        boolean isInvocation =
                container.getParent().flatMap(ExtensionContext::getElement).equals(container.getElement());
        return isInvocation || container.getTestMethod().isPresent()
                ? NONE
                : container.getElement().map(DeclaredRules::on).orElse(NONE);
    }

    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Returns these rules, followed by others, which are the later ones. */
    public DeclaredRules and(DeclaredRules later) {
        return new DeclaredRules(
                Stream.concat(rules.stream(), later.rules.stream()).toList());
    }

    /**
     * Registers the rules with a fake.
     *
     * @throws ExtensionConfigurationException if a value is not valid in this fake, or a rule can apply to no call
     */
    public void applyTo(ChimeMessagingServer chime) {
        rules.forEach(rule -> rule.applyTo(chime));
    }

    /**
     * Checks that the users and channels exist that the rules name, unless an annotation says that they may be missing. Not checked
     * before the test method starts, because {@code @BeforeEach} may create them.
     *
     * @throws ExtensionConfigurationException if one does not exist
     */
    public void requireNamed(ChimeMessagingServer chime) {
        rules.forEach(rule -> rule.calls().requireNamed(chime));
    }

    private static Rule rule(DenyCalls denial, AnnotatedElement element) {
        DeclaredCalls calls = new DeclaredCalls(
                "@DenyCalls on " + element,
                List.of(denial.on()),
                List.of(denial.onGroup()),
                denial.by(),
                List.of(denial.byRole()),
                denial.inChannel(),
                denial.mayBeMissing());
        return new Rule(calls, chime -> deny(denial, calls, chime));
    }

    private static void deny(DenyCalls denial, DeclaredCalls calls, ChimeMessagingServer chime) {
        PermissionSelection byUser =
                calls.user(chime).map(user -> chime.permissions().by(user)).orElse(chime.permissions());
        PermissionSelection selection =
                calls.channelArn(chime).map(arn -> byUser.inChannel(arn)).orElse(byUser);
        if (calls.roles().isEmpty()) {
            deny(denial, calls, selection);
        }
        for (ChannelRole role : calls.roles()) {
            deny(denial, calls, selection.by(role));
        }
    }

    /** Registers a rule for each operation and each group, so that explanations stay short. */
    private static void deny(DenyCalls denial, DeclaredCalls calls, PermissionSelection selection) {
        for (Operation operation : calls.operations()) {
            selection.on(operation).deny(denial.error());
        }
        for (OperationGroup group : calls.groups()) {
            selection.on(group).deny(denial.error());
        }
    }

    private static Rule rule(FailCalls failure, AnnotatedElement element) {
        DeclaredCalls calls = new DeclaredCalls(
                "@FailCalls on " + element,
                List.of(failure.on()),
                List.of(failure.onGroup()),
                failure.by(),
                List.of(),
                failure.inChannel(),
                failure.mayBeMissing());
        requireCount(calls.where(), "calls", failure.calls(), "the number of calls that fail");
        requireCount(calls.where(), "nthCall", failure.nthCall(), "the number of the call that fails");
        if (failure.calls() > 0 && failure.nthCall() > 0) {
            throw new ExtensionConfigurationException(calls.where() + " has calls = " + failure.calls()
                    + " and nthCall = " + failure.nthCall() + ", but only one of them is allowed. Use calls for the"
                    + " first calls, or nthCall for one call");
        }
        return new Rule(calls, chime -> fail(failure, calls, chime));
    }

    private static void requireCount(String where, String member, int count, String meaning) {
        if (count < 0) {
            throw new ExtensionConfigurationException(where + " has " + member + " = " + count + ". Give " + meaning
                    + ", at least 1, or leave it out for every call");
        }
    }

    /** Registers one fault, so that calls of all operations are counted together. */
    private static void fail(FailCalls failure, DeclaredCalls calls, ChimeMessagingServer chime) {
        List<Operation> operations = calls.allOperations();
        FaultSelection any =
                chime.faults().on(operations.get(0), operations.stream().skip(1).toArray(Operation[]::new));
        FaultSelection byUser = calls.user(chime).map(user -> any.by(user)).orElse(any);
        FaultSelection selection =
                calls.channelArn(chime).map(arn -> byUser.inChannel(arn)).orElse(byUser);
        if (failure.calls() > 0) {
            selection = selection.calls(failure.calls());
        }
        if (failure.nthCall() > 0) {
            selection = selection.nthCall(failure.nthCall());
        }
        selection.fail(failure.error());
    }
}
