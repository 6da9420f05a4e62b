package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.settings.FakeAnnotations;
import io.github.chimefake.junit.jupiter.internal.support.FieldValues;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the fakes that are declared for a context: on its method, its class and the classes around it. */
final class FakeDeclarations {
    private FakeDeclarations() {}

    /**
     * Returns the declarations around a context, the nearest first.
     *
     * @throws ExtensionConfigurationException while they are read, if a class has several of one name
     */
    static Stream<FakeDeclaration> around(ExtensionContext context) {
        return around(context, context);
    }

    /** Returns the declarations around a container, those by instance fields of a test in it included. */
    static Stream<FakeDeclaration> around(ExtensionContext container, ExtensionContext within) {
        Optional<ExtensionContext> test =
                upwards(within).filter(FakeDeclarations::isTest).findFirst();
        return upwards(container).flatMap(there -> on(there, test).stream());
    }

    static Stream<ExtensionContext> upwards(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, there -> there.flatMap(ExtensionContext::getParent))
                .map(Optional::orElseThrow);
    }

    /** A template of tests has instances, too, if one instance serves the whole class. */
    private static boolean isTest(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                && context.getTestInstances().isPresent()
                && (isInvocation(context)
                        || !AnnotationSupport.isAnnotated(context.getTestMethod(), TestTemplate.class));
    }

    private static boolean isInvocation(ExtensionContext context) {
        return context.getParent().flatMap(ExtensionContext::getElement).equals(context.getElement());
    }

    private static List<FakeDeclaration> on(ExtensionContext context, Optional<ExtensionContext> test) {
        Optional<AnnotatedElement> element = context.getElement();
        if (element.isEmpty()) {
            return List.of();
        }
        ExtensionContext home = outermost(context, element.get());
        List<FakeDeclaration> byAnnotation = FakeAnnotations.on(element.get()).values().stream()
                .map(annotation -> FakeDeclaration.of(annotation, element.get(), home))
                .toList();
        return element.get() instanceof Class<?> testClass
                ? Stream.concat(byAnnotation.stream(), byFieldsOf(testClass, byAnnotation, context, test).stream())
                        .toList()
                : byAnnotation;
    }

    private static ExtensionContext outermost(ExtensionContext context, AnnotatedElement element) {
        return context.getParent()
                .filter(parent -> parent.getElement().equals(Optional.of(element)))
                .map(parent -> outermost(parent, element))
                .orElse(context);
    }

    private static List<FakeDeclaration> byFieldsOf(
            Class<?> testClass,
            List<FakeDeclaration> byAnnotation,
            ExtensionContext context,
            Optional<ExtensionContext> test) {
        Optional<Object> instance =
                test.flatMap(ExtensionContext::getTestInstances).flatMap(instances -> instanceOf(testClass, instances));
        List<Field> fields = FakeFields.of(testClass, instance);
        requireDifferentNames(testClass, byAnnotation, fields);
        ExtensionContext home = outermost(context, testClass);
        List<FakeDeclaration> byField = new ArrayList<>();
        for (Field field : fields) {
            requireRegisteredOnce(field, testClass, context);
            Optional<ExtensionContext> owner = FieldValues.isStatic(field) ? Optional.of(home) : test;
            owner.flatMap(there -> FakeFields.extension(field, instance)
                            .map(extension -> FakeDeclaration.of(extension, field, home, there)))
                    .ifPresent(byField::add);
        }
        byField.forEach(FakeDeclaration::requireUsableName);
        return byField;
    }

    /** A nested class may extend the class around it, whose instance comes first. */
    private static Optional<Object> instanceOf(Class<?> testClass, TestInstances instances) {
        return instances.getAllInstances().stream()
                .filter(testClass::isInstance)
                .findFirst();
    }

    private static void requireDifferentNames(
            Class<?> testClass, List<FakeDeclaration> byAnnotation, List<Field> fields) {
        Map<String, List<String>> declared = new TreeMap<>();
        byAnnotation.forEach(each ->
                declared.computeIfAbsent(each.name(), key -> new ArrayList<>()).add(each.toString()));
        fields.forEach(field -> declared.computeIfAbsent(FakeFields.name(field), key -> new ArrayList<>())
                .add(FakeDeclaration.describe(field)));
        declared.forEach((name, all) -> {
            if (all.size() > 1) {
                throw new ExtensionConfigurationException(testClass + " has more than one fake"
                        + (name.isEmpty() ? ": " : " with the name \"" + name + "\": ")
                        + String.join(" and ", all)
                        + ". Declare one of them for a class and the classes it extends, by the annotation or by one field,"
                        + " or give the other one its own name, for example name = \"eu\" or builder().name(\"eu\")"
                        + (fields.stream().allMatch(FieldValues::isStatic)
                                ? ""
                                : ". Only a static field can have a name: make an instance field static for that"));
            }
        });
    }

    /** Jupiter would call the one extension twice for everything in the nested class. */
    private static void requireRegisteredOnce(Field field, Class<?> testClass, ExtensionContext context) {
        upwards(context)
                .flatMap(around -> around.getTestClass().stream())
                .filter(around -> around != testClass)
                .filter(around -> FieldValues.isStatic(field)
                        && FakeFields.of(around, Optional.empty()).contains(field))
                .findFirst()
                .ifPresent(around -> {
                    throw new ExtensionConfigurationException(FakeDeclaration.describe(field) + " is inherited by "
                            + testClass
                            + " and by " + around + " around it, so that Jupiter registers it twice. Let only " + around
                            + " inherit it: its fake serves the nested classes, too");
                });
    }
}
