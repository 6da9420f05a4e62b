package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.internal.support.FieldValues;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * Returns the declarations around a context, the one that applies first.
     *
     * @throws ExtensionConfigurationException while they are read, if a class has several
     */
    static Stream<FakeDeclaration> around(ExtensionContext context) {
        Optional<ExtensionContext> test =
                upwards(context).filter(FakeDeclarations::isTest).findFirst();
        return upwards(context).flatMap(there -> on(there, test).stream());
    }

    private static Stream<ExtensionContext> upwards(ExtensionContext context) {
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

    private static Optional<FakeDeclaration> on(ExtensionContext context, Optional<ExtensionContext> test) {
        Optional<AnnotatedElement> element = context.getElement();
        if (element.isEmpty()) {
            return Optional.empty();
        }
        Optional<FakeDeclaration> byAnnotation = AnnotationSupport.findAnnotation(element, ChimeMessagingFake.class)
                .map(annotation -> FakeDeclaration.of(annotation, element.get(), outermost(context, element.get())));
        return element.get() instanceof Class<?> testClass
                ? byFieldOf(testClass, byAnnotation, context, test)
                : byAnnotation;
    }

    private static ExtensionContext outermost(ExtensionContext context, AnnotatedElement element) {
        return context.getParent()
                .filter(parent -> parent.getElement().equals(Optional.of(element)))
                .map(parent -> outermost(parent, element))
                .orElse(context);
    }

    private static Optional<FakeDeclaration> byFieldOf(
            Class<?> testClass,
            Optional<FakeDeclaration> byAnnotation,
            ExtensionContext context,
            Optional<ExtensionContext> test) {
        Optional<Object> instance =
                test.flatMap(ExtensionContext::getTestInstances).flatMap(instances -> instanceOf(testClass, instances));
        List<Field> fields = FakeFields.of(testClass, instance);
        requireOne(testClass, byAnnotation, fields);
        if (fields.isEmpty()) {
            return byAnnotation;
        }
        Field field = fields.get(0);
        requireRegisteredOnce(field, testClass, context);
        ExtensionContext home = outermost(context, testClass);
        Optional<ExtensionContext> owner = FieldValues.isStatic(field) ? Optional.of(home) : test;
        return owner.flatMap(there -> FakeFields.extension(field, instance)
                .map(extension -> FakeDeclaration.of(extension, field, home, there)));
    }

    /** A nested class may extend the class around it, whose instance comes first. */
    private static Optional<Object> instanceOf(Class<?> testClass, TestInstances instances) {
        return instances.getAllInstances().stream()
                .filter(testClass::isInstance)
                .findFirst();
    }

    private static void requireOne(Class<?> testClass, Optional<FakeDeclaration> byAnnotation, List<Field> fields) {
        if (fields.size() + byAnnotation.stream().count() > 1) {
            String declared = Stream.concat(
                            byAnnotation.map(FakeDeclaration::toString).stream(),
                            fields.stream().map(FakeDeclaration::name))
                    .collect(Collectors.joining(" and "));
            throw new ExtensionConfigurationException(testClass + " has more than one fake: " + declared
                    + ". Declare one fake for a class and the classes it extends, by the annotation or by one field. For a"
                    + " second fake, call ChimeMessagingServer.start() in the test");
        }
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
                    throw new ExtensionConfigurationException(FakeDeclaration.name(field) + " is inherited by "
                            + testClass
                            + " and by " + around + " around it, so that Jupiter registers it twice. Let only " + around
                            + " inherit it: its fake serves the nested classes, too");
                });
    }
}
