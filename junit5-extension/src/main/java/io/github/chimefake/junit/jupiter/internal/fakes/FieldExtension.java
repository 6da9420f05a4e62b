package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.settings.FakeSettings;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Carries out the declaration by the field that holds it. */
public abstract class FieldExtension extends FakeExtension {
    private final FakeSettings settings;

    /** Creates an extension for a fake with these settings. */
    protected FieldExtension(FakeSettings settings) {
        this.settings = settings;
    }

    FakeSettings settings() {
        return settings;
    }

    @Override
    boolean carriesOut(FakeDeclaration declaration) {
        return declaration.extension().filter(extension -> extension == this).isPresent();
    }

    @Override
    boolean explainsMissingFakeTo(Executable executable) {
        return executable instanceof Method;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        requireOneRegistration(context);
        super.beforeAll(context);
    }

    /** Jupiter calls an extension twice that a nested class and the class around it inherit. */
    private void requireOneRegistration(ExtensionContext context) {
        List<FakeDeclaration> own =
                FakeDeclarations.around(context).filter(this::carriesOut).toList();
        if (own.size() > 1) {
            throw new ExtensionConfigurationException(Printout.name(context) + " has " + own.get(0)
                    + ", and so has a class around it, so the extension is"
                    + " registered twice. Let the nested class inherit no such field; it has the fake of the class"
                    + " around it");
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (FakeDeclarations.around(context).noneMatch(this::carriesOut)) {
            throw new ExtensionConfigurationException("A ChimeMessagingFakeExtension is registered for "
                    + Printout.name(context)
                    + ", but it is not the value of a field with @RegisterExtension in the test"
                    + " class or a class around it. Register it by such a field");
        }
        super.beforeEach(context);
    }
}
