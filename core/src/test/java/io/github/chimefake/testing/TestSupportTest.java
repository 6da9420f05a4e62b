package io.github.chimefake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ServerPool;
import io.github.chimefake.publicapi.CompiledClasses;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the tests of this module leave to the classes of this package. */
class TestSupportTest {
    private static final Set<Class<?>> TO_BE_CLOSED = Set.of(ChimeMessagingServer.class, ServerPool.class);

    /** Clocks that wait, fail or call the fake, because that is what their tests are about. */
    private static final Set<String> CLOCKS_WITH_A_PURPOSE =
            Set.of("PausableClock", "HookedClock", "TestersClock", "ClockWithAction");

    private static List<Class<?>> compiled() {
        return CompiledClasses.besides(TestSupportTest.class).stream()
                .<Class<?>>map(TestSupportTest::load)
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TestSupportTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Class<?>> testClasses() {
        return compiled().stream()
                .filter(type -> Stream.of(type.getDeclaredMethods())
                        .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class)));
    }

    private static boolean hasAField(Class<?> type, Set<Class<?>> fieldTypes) {
        return Stream.of(type.getDeclaredFields())
                .anyMatch(field -> !Modifier.isStatic(field.getModifiers()) && fieldTypes.contains(field.getType()));
    }

    @Test
    void whatATestStartsInAFieldIsClosedByTheExtension() {
        assertThat(testClasses()
                        .filter(type -> hasAField(type, TO_BE_CLOSED))
                        .filter(type -> !type.isAnnotationPresent(TestInstance.class))) // One fake for all its tests.
                .isNotEmpty()
                .allMatch(type -> hasAField(type, Set.of(Fakes.class)), "has a field of type Fakes");
    }

    @Test
    void noTestInheritsItsFixture() {
        assertThat(testClasses())
                .isNotEmpty()
                .allMatch(type -> type.getSuperclass() == Object.class, "extends nothing");
    }

    @Test
    void thereIsOneClockThatATestSets() {
        assertThat(compiled().stream()
                        .filter(Clock.class::isAssignableFrom)
                        .filter(type -> !CLOCKS_WITH_A_PURPOSE.contains(type.getSimpleName())))
                .containsExactly(ManualClock.class);
    }
}
