package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.junit.jupiter.InjectFault;
import io.github.chimefake.junit.jupiter.internal.settings.FakeNames;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The rules and faults that {@link DenyCalls}, {@link FailCalls} and {@link InjectFault} declare on classes or a method, checked.
 */
public final class DeclaredRules {
    public static final DeclaredRules NONE = new DeclaredRules(List.of());

    private final List<DeclaredRule> rules;

    private DeclaredRules(List<DeclaredRule> rules) {
        this.rules = rules;
    }

    /**
     * Reads the annotations of one class or method. An error ends a call, so the delays come before.
     *
     * @throws ExtensionConfigurationException if one of them has a wrong value
     */
    public static DeclaredRules on(AnnotatedElement element) {
        Stream<DeclaredRule> denials = AnnotationSupport.findRepeatableAnnotations(element, DenyCalls.class).stream()
                .map(denial -> DeclaredDenials.rule(denial, element));
        Stream<DeclaredRule> failures = AnnotationSupport.findRepeatableAnnotations(element, FailCalls.class).stream()
                .map(failure -> DeclaredFaults.rule(failure, element));
        Stream<DeclaredRule> faults = AnnotationSupport.findRepeatableAnnotations(element, InjectFault.class).stream()
                .map(fault -> DeclaredFaults.rule(fault, element));
        return new DeclaredRules(
                Stream.of(denials, faults, failures).flatMap(each -> each).toList());
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

    /** Returns those rules that mean one of several fakes. */
    public DeclaredRules of(String fake, Collection<String> all) {
        return new DeclaredRules(rules.stream()
                .filter(rule -> FakeNames.choose(rule.fake(), fake, all))
                .toList());
    }

    /**
     * Checks that each rule means one of these fakes.
     *
     * @throws ExtensionConfigurationException if one does not
     */
    public void requireOneOf(Collection<String> fakes) {
        rules.stream()
                .filter(rule -> fakes.stream().noneMatch(fake -> FakeNames.choose(rule.fake(), fake, fakes)))
                .findFirst()
                .ifPresent(rule -> {
                    throw new ExtensionConfigurationException(FakeNames.explain(
                            rule.calls().where(), rule.fake(), fakes, "fake = \"eu\"", "the class or method"));
                });
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
}
