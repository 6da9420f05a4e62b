package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.parameters.InjectedFields;
import io.github.chimefake.junit.jupiter.internal.parameters.InjectionPoint;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstances;

/**
 * Sets the fields of test classes that have an annotation of ours. Those that serve all tests of a class, static ones and those of an
 * instance for all tests, are set once, to the fake of the class; all others before each test, to its fake.
 */
final class FieldInjection {
    private FieldInjection() {}

    /** Sets the fields that serve all tests of a class, as far as their fakes are carried out by the caller. */
    static void beforeAll(ExtensionContext context, Predicate<FakeDeclaration> carriedOut) {
        Class<?> testClass = context.getRequiredTestClass();
        InjectedFields.ofClass(testClass).forEach(field -> setForAll(field, null, context, carriedOut));
        InjectedFields.ofInstances(testClass); // Checks them.
        instancesForAll(context)
                .filter(instance -> context.getParent()
                        .filter(around -> isSetForAll(instance, around))
                        .isEmpty())
                .forEach(instance -> InjectedFields.ofInstances(instance.getClass())
                        .forEach(field -> setForAll(field, instance, context, carriedOut)));
    }

    /** Returns the instances that serve all tests of a container: its own, and those around it, which may be made for it alone. */
    private static Stream<Object> instancesForAll(ExtensionContext container) {
        return container.getTestMethod().isEmpty()
                        && container.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS))
                ? container.getTestInstances().map(TestInstances::getAllInstances).stream()
                        .flatMap(List::stream)
                : Stream.empty();
    }

    private static void setForAll(
            Field field, @Nullable Object instance, ExtensionContext context, Predicate<FakeDeclaration> carriedOut) {
        VisibleFakes visible = VisibleFakes.in(context);
        if (visible.isEmpty()) {
            if (instance != null) { // A test may have a fake.
                return;
            }
            throw staticWithoutFake(field);
        }
        Fakes fakes = visible.choose(new InjectionPoint.OfField(field));
        if (carriedOut.test(fakes.declaration())) {
            fakes.openScope().setForAll(field, instance);
        }
    }

    private static ExtensionConfigurationException staticWithoutFake(Field field) {
        return new ExtensionConfigurationException(
                "The field " + field + " is static, but the class has no fake: that of a method, or of an"
                        + " instance field ChimeMessagingFakeExtension, exists only during a test. Annotate the class with"
                        + " @ChimeMessagingFake, or make the field an instance field");
    }

    private static ExtensionConfigurationException withoutFake(Field field, ExtensionContext test) {
        return new ExtensionConfigurationException("The field " + field + " cannot be set for " + Printout.name(test)
                + ", because no fake is declared for this test. Annotate the class with @ChimeMessagingFake");
    }

    /** Sets the fields of the instances of a test, as far as their fakes are carried out by the caller. */
    static void beforeEach(ExtensionContext context, Predicate<FakeDeclaration> carriedOut) {
        VisibleFakes visible = VisibleFakes.in(context);
        requireFakeForStaticFields(context);
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            if (!isSetForAll(instance, context)) {
                for (Field field : InjectedFields.ofInstances(instance.getClass())) {
                    if (visible.isEmpty()) {
                        throw withoutFake(field, context);
                    }
                    Fakes fakes = visible.choose(new InjectionPoint.OfField(field));
                    if (carriedOut.test(fakes.declaration())) {
                        fakes.ofTest().ifPresent(fake -> InjectedFields.set(field, instance, fake.server()));
                    }
                }
            }
        }
    }

    /** An extension that is not registered for the class is not called before. */
    private static void requireFakeForStaticFields(ExtensionContext test) {
        FakeDeclarations.upwards(test)
                .filter(container -> container.getTestMethod().isEmpty())
                .forEach(container -> container.getTestClass().map(InjectedFields::ofClass).stream()
                        .flatMap(List::stream)
                        .filter(field -> VisibleFakes.in(container).isEmpty())
                        .findFirst()
                        .ifPresent(field -> {
                            throw staticWithoutFake(field);
                        }));
    }

    private static boolean isSetForAll(Object instance, ExtensionContext context) {
        return FakeDeclarations.upwards(context)
                .filter(container -> instancesForAll(container).anyMatch(one -> one == instance))
                .anyMatch(container -> !VisibleFakes.in(container).isEmpty());
    }
}
