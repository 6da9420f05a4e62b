package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.parameters.InjectedFields;
import io.github.chimefake.junit.jupiter.internal.parameters.InjectionPoint;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

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
        List<Field> ofInstances = InjectedFields.ofInstances(testClass);
        oneInstance(context)
                .ifPresent(instance -> ofInstances.forEach(field -> setForAll(field, instance, context, carriedOut)));
    }

    private static Optional<Object> oneInstance(ExtensionContext container) {
        return container.getTestMethod().isEmpty()
                        && container.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS))
                ? container.getTestInstance()
                : Optional.empty();
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
            FakeScope scope = fakes.openScope();
            InjectedFields.set(field, instance, scope.server());
            scope.holdIn(field);
        }
    }

    private static ExtensionConfigurationException staticWithoutFake(Field field) {
        return new ExtensionConfigurationException(
                "The field " + field + " is static, but the class has no fake: that of a method, or of an"
                        + " instance field ChimeMessagingFakeExtension, exists only during a test. Annotate the class with"
                        + " @ChimeMessagingFake, or make the field an instance field");
    }

    /** Sets the fields of the instances of a test, as far as their fakes are carried out by the caller. */
    static void beforeEach(ExtensionContext context, Predicate<FakeDeclaration> carriedOut) {
        VisibleFakes visible = VisibleFakes.in(context);
        requireFakeForStaticFields(context);
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            if (!visible.isEmpty() && !isSetForAll(instance, context)) {
                for (Field field : InjectedFields.ofInstances(instance.getClass())) {
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
                .filter(container ->
                        oneInstance(container).filter(one -> one == instance).isPresent())
                .anyMatch(container -> !VisibleFakes.in(container).isEmpty());
    }
}
