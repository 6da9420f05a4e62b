package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.parameters.InjectionPoint;
import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.settings.FakeNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The fakes that apply in a context, one for each name: of several with one name, the nearest. */
final class VisibleFakes {
    private final ExtensionContext context;
    private final Map<String, FakeDeclaration> byName = new TreeMap<>();
    private final Set<String> names;

    private VisibleFakes(ExtensionContext context, ExtensionContext test) {
        this.context = context;
        FakeDeclarations.around(context, test)
                .forEach(declaration -> byName.putIfAbsent(declaration.name(), declaration));
        this.names = new TreeSet<>(byName.keySet());
        if (!names.isEmpty()
                && FakeFields.areInInstancesOf(context)) { // Its fake has no name, and may not be known yet.
            names.add("");
        }
    }

    /**
     * Returns the fakes that apply in this context.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if a class declares several of one name
     */
    static VisibleFakes in(ExtensionContext context) {
        return at(context, context);
    }

    /** Returns the fakes that apply in a container around a test, those of the instance fields of the test included. */
    static VisibleFakes at(ExtensionContext container, ExtensionContext test) {
        return new VisibleFakes(container, test);
    }

    /** Returns the fakes of the class, even if the method declares others: constructors are given no others. */
    static VisibleFakes inClassOf(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                ? in(context)
                : inClassOf(context.getParent().orElseThrow());
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Returns all of them, sorted by name: the one without a name is the first. */
    List<Fakes> all() {
        return byName.values().stream()
                .map(declaration -> new Fakes(context, declaration, this))
                .toList();
    }

    /** Returns the fake that a name means; without a name, the one without a name or the only one. */
    Optional<Fakes> find(String name) {
        return all().stream()
                .filter(fakes -> FakeNames.choose(name, fakes.name(), names))
                .findFirst();
    }

    /** Returns the fake that a parameter or field chooses. Throws an exception for Jupiter to report if there is no such fake. */
    Fakes choose(InjectionPoint point) {
        return find(point.fake())
                .orElseThrow(() -> point.wrong(
                        point.fake().isEmpty() && names.contains("")
                                ? point
                                        + " cannot be given a fake outside of a test, because that of an instance field exists"
                                        + " only during a test. Make the field ChimeMessagingFakeExtension static, or name"
                                        + " another fake with @FakeName"
                                : FakeNames.explain(
                                        point.toString(),
                                        point.fake(),
                                        names,
                                        "@FakeName(\"eu\")",
                                        context.getTestMethod().isEmpty() ? "the class" : "the class or method")));
    }

    /** Returns the rules on the class of a container that mean one of these fakes. */
    DeclaredRules rulesOnContainer(ExtensionContext container, FakeDeclaration declaration) {
        return DeclaredRules.onContainer(container).of(declaration.name(), names);
    }

    /** Returns the rules on the method of a test that mean one of these fakes. */
    DeclaredRules rulesOn(ExtensionContext test, FakeDeclaration declaration) {
        return test.getElement()
                .map(DeclaredRules::on)
                .orElse(DeclaredRules.NONE)
                .of(declaration.name(), names);
    }

    /**
     * Checks that rules mean one of these fakes.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if one does not
     */
    void require(DeclaredRules rules) {
        rules.requireOneOf(names);
    }
}
