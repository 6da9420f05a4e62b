package io.github.chimefake.junit.jupiter;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServerBuilder;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChimeMessagingFakeExtensionBuilderTest {
    @Test
    void hasTheSettingsOfTheServersBuilder() {
        assertThat(methods(ChimeMessagingFakeExtensionBuilder.class))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                methods(ChimeMessagingServerBuilder.class)
                                        .filter(method ->
                                                !method.startsWith("serverPool(") && !method.equals("start()")),
                                Stream.of(
                                        "name(String)",
                                        "leastPrivilege(Path)",
                                        "reset(FakeReset)",
                                        "unusedSetup(UnusedSetupMode)",
                                        "build()"))
                        .toList());
    }

    private static Stream<String> methods(Class<?> builder) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> method.getName()
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(joining(", ", "(", ")")));
    }
}
