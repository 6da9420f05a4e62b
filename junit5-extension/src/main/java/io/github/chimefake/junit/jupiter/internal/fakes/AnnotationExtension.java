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
        if (!DeclaredRules.onContainer(context).isEmpty()
                && Fakes.in(context).isEmpty()
                && !FakeFields.mayBeInInstancesOf(context)) {
            throw withoutFake(context);
        }
        super.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (Fakes.in(context).isEmpty()) {
            requireNoRules(context);
        }
        super.beforeEach(context);
    }

    private static void requireNoRules(ExtensionContext context) {
        if (!context.getElement()
                .map(DeclaredRules::on)
                .orElse(DeclaredRules.NONE)
                .isEmpty()) {
            throw withoutFake(context);
        }
        context.getParent().ifPresent(AnnotationExtension::requireNoRules);
    }

    private static ExtensionConfigurationException withoutFake(ExtensionContext context) {
        return new ExtensionConfigurationException("@DenyCalls, @FailCalls or @InjectFault on "
                + context.getElement().orElseThrow()
                + " has no fake to apply to. Annotate the same class or method, or a"
                + " class around it, with @ChimeMessagingFake, or register a ChimeMessagingFakeExtension in a field of"
                + " the class");
    }
}
