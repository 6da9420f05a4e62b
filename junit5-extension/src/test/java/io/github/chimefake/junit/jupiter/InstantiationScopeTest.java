package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Jupiter 5.12 and later can be told to name the test while its instance is made; Jupiter 5.10 does not know the parameter,
 * and runs these as it always does.
 */
class InstantiationScopeTest {
    private static final Map<String, String> TEST_METHOD_SCOPE =
            Map.of("junit.jupiter.extensions.testinstantiation.extensioncontextscope.default", "test_method");

    @Test
    void injectionWorksInEitherScope() {
        Run.with(TEST_METHOD_SCOPE, InjectionTest.OneInstanceCase.class, InjectionTest.OuterCase.class)
                .succeeded(3);
    }

    @Test
    void theConstructorSeesTheFakeOfTheTestInEitherScope() {
        Run run = Run.with(TEST_METHOD_SCOPE, InjectionTest.SameFakeCase.class).succeeded(6);

        assertThat(run.reported("same")).hasSize(6).containsOnly("true");
    }

    @Test
    void everyTestStartsFromTheBaselineInEitherScope() {
        Run.with(
                        TEST_METHOD_SCOPE,
                        BaselineTest.ConstructorCase.class,
                        BaselineTest.OuterCase.class,
                        BaselineTest.OuterOfOneInstanceCase.class)
                .succeeded(13);
    }

    @Test
    void testsShareOneFakeInEitherScope() {
        Run run = Run.with(TEST_METHOD_SCOPE, LifetimeTest.SharingCase.class);

        assertThat(run.reported("endpoint")).hasSize(8);
        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }
}
