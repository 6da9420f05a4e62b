package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.ServerPool;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.FakeReset;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.settings.AnnotationSettings;
import io.github.chimefake.junit.jupiter.internal.settings.FakeNames;
import io.github.chimefake.junit.jupiter.internal.settings.FakeSettings;
import io.github.chimefake.junit.jupiter.internal.settings.RunSettings;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fake that a test class or method declares, by annotation or by field.
 *
 * @param element the annotated class or method, or the field
 * @param extension the value of the field; empty for an annotation
 * @param home the outermost context of the class or method that declares it: that of a template, not of its invocations
 * @param owner the context whose end is the end of the fake: the home, or one test for an instance field
 */
record FakeDeclaration(
        FakeSettings settings,
        AnnotatedElement element,
        Optional<FieldExtension> extension,
        ExtensionContext home,
        ExtensionContext owner) {

    /** Returns the name of the fake; empty if it has none. */
    String name() {
        return settings.name();
    }

    /** Returns the key of something that belongs to fakes of this name in the store of a context. */
    String key(String what, ExtensionContext context) {
        return what + " of " + context.getUniqueId() + " of fake " + name();
    }

    /** Returns the declaration by an annotation of a class or method. */
    static FakeDeclaration of(ChimeMessagingFake annotation, AnnotatedElement element, ExtensionContext home) {
        FakeSettings own = AnnotationSettings.of(annotation, "@ChimeMessagingFake on " + element);
        FakeDeclaration declaration =
                new FakeDeclaration(RunSettings.complete(own, home), element, Optional.empty(), home, home);
        declaration.requireUsableReset(own.reset());
        return declaration;
    }

    /** Returns the declaration by a field. */
    static FakeDeclaration of(FieldExtension extension, Field field, ExtensionContext home, ExtensionContext owner) {
        FakeSettings own = extension.settings();
        FakeDeclaration declaration =
                new FakeDeclaration(RunSettings.complete(own, home), field, Optional.of(extension), home, owner);
        declaration.requireUsableReset(own.reset());
        return declaration;
    }

    /** The tests of a class have no fake in common if each, or only one of them, has its own. */
    private void requireUsableReset(FakeReset own) {
        if (own == FakeReset.EACH_CLASS && !isOfClass()) {
            throw new ExtensionConfigurationException(this + " has reset = EACH_CLASS, but its fake is that of "
                    + (extension.isEmpty() ? "one method" : "one test, because the field is an instance field")
                    + ", so no other test can continue where it ended. Leave out reset; or "
                    + (extension.isEmpty() ? "annotate the class" : "make the field static"));
        }
    }

    private boolean isOfClass() {
        return owner.getTestMethod().isEmpty();
    }

    /** Returns whether each test of a class continues where the one before it ended. */
    boolean continues() {
        return settings.reset() == FakeReset.EACH_CLASS && isOfClass();
    }

    /**
     * Checks the name that a field gives.
     *
     * @throws ExtensionConfigurationException if it is blank, or if an instance field gives one
     */
    void requireUsableName() {
        FakeNames.requireValid(name(), toString());
        if (!name().isEmpty() && !owner.getUniqueId().equals(home.getUniqueId())) {
            throw new ExtensionConfigurationException(
                    this
                            + " is an instance field, which cannot have a named fake. Make the field static, or leave out the name");
        }
    }

    /**
     * Checks what can be checked without starting anything.
     *
     * @throws ExtensionConfigurationException if a setting is wrong
     */
    void check() {
        newBuilder(settings.port());
    }

    /**
     * Returns the rules on classes that belong to the baseline of a test with a fake of an instance field: those of the class of the
     * field and of the nested classes that the test is in. A fake of a class gets them when its containers are entered.
     *
     * @throws ExtensionConfigurationException if one of them has a wrong value
     */
    DeclaredRules rulesOfClasses() {
        return owner.getUniqueId().equals(home.getUniqueId())
                ? DeclaredRules.NONE
                : owner.getParent().map(parent -> rulesOn(parent, owner)).orElse(DeclaredRules.NONE);
    }

    /**
     * Returns the rules that apply in a test with a fake of this declaration: those of the test method, and of the classes around it.
     *
     * @throws ExtensionConfigurationException if one of them has a wrong value
     */
    DeclaredRules rulesIn(ExtensionContext test) {
        DeclaredRules ofMethod = VisibleFakes.in(test).rulesOn(test, this);
        return test.getUniqueId().equals(home.getUniqueId())
                ? ofMethod
                : test.getParent()
                        .map(parent -> rulesOn(parent, test))
                        .orElse(DeclaredRules.NONE)
                        .and(ofMethod);
    }

    private DeclaredRules rulesOn(ExtensionContext container, ExtensionContext test) {
        DeclaredRules here = VisibleFakes.at(container, test).rulesOnContainer(container, this);
        return container.getUniqueId().equals(home.getUniqueId())
                ? here
                : container
                        .getParent()
                        .map(parent -> rulesOn(parent, test))
                        .orElse(DeclaredRules.NONE)
                        .and(here);
    }

    /**
     * Starts a fake.
     *
     * @param port 0 for a free one
     * @throws ExtensionConfigurationException if settings are wrong or contradict each other, or if the port is in use
     */
    ChimeMessagingServer start(int port, ServerPool servers) {
        try {
            return newBuilder(port).serverPool(servers).start();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException wrong) {
            throw invalid("cannot be started: " + wrong.getMessage(), wrong);
        }
    }

    private ChimeMessagingServerBuilder newBuilder(int port) {
        requireUsers();
        ChimeMessagingServerBuilder builder = builder();
        try {
            settings.server().forEach(setting -> setting.effect().accept(builder));
            return builder.users(settings.users().toArray(String[]::new)).port(port);
        } catch (IllegalArgumentException wrong) {
            throw invalid("has an invalid setting: " + wrong.getMessage(), wrong);
        }
    }

    private ChimeMessagingServerBuilder builder() {
        try {
            return ChimeMessagingServer.builder();
        } catch (IllegalStateException unsupported) { // The AWS SDK on the class path.
            throw invalid("cannot be started: " + unsupported.getMessage(), unsupported);
        }
    }

    private void requireUsers() {
        List<String> users = settings.users();
        for (String user : users) {
            if (user.isBlank()) {
                throw new ExtensionConfigurationException(
                        this + " names a user with a blank id. Give each user an id, for example users = \"alice\"");
            }
            if (users.indexOf(user) != users.lastIndexOf(user)) {
                throw new ExtensionConfigurationException(
                        this + " names the user \"" + user + "\" twice. Name every user once");
            }
        }
    }

    private ExtensionConfigurationException invalid(String problem, Exception cause) {
        return new ExtensionConfigurationException(this + " " + problem, cause);
    }

    /** Returns how messages name the declaration, for example {@code @ChimeMessagingFake on class ChatTest}. */
    @Override
    public String toString() {
        if (element instanceof Field field) {
            return describe(field) + (name().isEmpty() ? "" : " with the name \"" + name() + '"');
        }
        return "@ChimeMessagingFake" + (name().isEmpty() ? "" : "(name = \"" + name() + "\")") + " on " + element;
    }

    static String describe(Field field) {
        return "ChimeMessagingFakeExtension " + field.getName() + " in " + field.getDeclaringClass();
    }
}
