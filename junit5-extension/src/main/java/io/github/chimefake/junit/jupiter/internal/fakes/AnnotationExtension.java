package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.junit.jupiter.InjectFault;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Carries out {@link ChimeMessagingFake}, and requires a fake wherever {@link DenyCalls}, {@link FailCalls} or {@link InjectFault} is
 * used. If a field declares the fake, the extension in the field applies these rules.
 */
public final class AnnotationExtension extends FakeExtension {
    @Override
    boolean carriesOut(FakeDeclaration declaration) {
        return declaration.extension().isEmpty();
    }

    @Override
    boolean explainsMissingFakeTo(Executable executable) {
        return executable instanceof Constructor;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        DeclaredRules rules = DeclaredRules.onContainer(context);
        if (!rules.isEmpty() && !FakeFields.mayBeInInstancesOf(context)) {
            require(VisibleFakes.in(context), rules, context);
        }
        super.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        require(
                VisibleFakes.in(context),
                context.getElement().map(DeclaredRules::on).orElse(DeclaredRules.NONE),
                context);
        context.getParent().ifPresent(container -> requireOnContainers(container, context));
        super.beforeEach(context);
    }

    /** Those of a class with an instance field are not known before. */
    private static void requireOnContainers(ExtensionContext container, ExtensionContext test) {
        DeclaredRules rules = DeclaredRules.onContainer(container);
        if (!rules.isEmpty()) {
            VisibleFakes there = VisibleFakes.at(container, test);
            // A method may have the only fake that the rules of its class could apply to.
            require(there.isEmpty() ? VisibleFakes.in(test) : there, rules, container);
        }
        container.getParent().ifPresent(around -> requireOnContainers(around, test));
    }

    private static void require(VisibleFakes fakes, DeclaredRules rules, ExtensionContext context) {
        if (fakes.isEmpty() && !rules.isEmpty()) {
            throw withoutFake(context);
        }
        fakes.require(rules);
    }

    private static ExtensionConfigurationException withoutFake(ExtensionContext context) {
        return new ExtensionConfigurationException("@DenyCalls, @FailCalls or @InjectFault on "
                + context.getElement().orElseThrow()
                + " has no fake to apply to. Annotate the same class or method, or a"
                + " class around it, with @ChimeMessagingFake, or register a ChimeMessagingFakeExtension in a field of"
                + " the class");
    }
}
