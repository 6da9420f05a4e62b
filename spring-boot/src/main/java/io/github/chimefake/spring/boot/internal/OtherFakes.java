package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;

/** Rejects a second fake for the same tests: the application would call one, and the test would look at the other. */
final class OtherFakes {
    private static final String EXTENSION = "io.github.chimefake.junit.jupiter.";

    private OtherFakes() {}

    /**
     * Checks that the extension for JUnit Jupiter does not start a fake for the class.
     *
     * @throws IllegalStateException if it does
     */
    static void rejectExtension(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = around(type)) {
            reject(type, type.getName());
            for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
                rejectMembers(declaring);
            }
        }
    }

    private static void rejectMembers(Class<?> type) {
        Arrays.stream(type.getDeclaredMethods()).forEach(method -> reject(method, method.toString()));
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType().getName().equals(EXTENSION + "ChimeMessagingFakeExtension"))
                .findAny()
                .ifPresent(field -> {
                    throw both("the field " + field);
                });
    }

    /** A nested class belongs to the tests of the class around it, unlike a static one. */
    private static @Nullable Class<?> around(Class<?> type) {
        return ClassUtils.isInnerClass(type) ? type.getEnclosingClass() : null;
    }

    private static void reject(AnnotatedElement element, String name) {
        Stream<Class<? extends Annotation>> types =
                MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).stream()
                        .map(found -> found.getType());
        if (types.anyMatch(type -> type.getName().equals(EXTENSION + "ChimeMessagingFake"))) {
            throw both("@ChimeMessagingFake on " + name);
        }
    }

    private static IllegalStateException both(String ofExtension) {
        return new IllegalStateException(
                "A fake is declared by @AutoConfigureChimeMessagingFake and by " + ofExtension
                        + ", so the test and the application would have different fakes. Where the application runs in a Spring context, use"
                        + " @AutoConfigureChimeMessagingFake alone, and @Autowired for ChimeMessagingServer; else use @ChimeMessagingFake alone");
    }

    /**
     * Checks that the application defines no fake as a bean.
     *
     * @throws IllegalStateException if it does
     */
    static void rejectBeans(ConfigurableListableBeanFactory beans) {
        List<String> others = Arrays.stream(beans.getBeanNamesForType(ChimeMessagingServer.class, true, false))
                .filter(name -> !name.equals(ContextFake.SERVER_BEAN))
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalStateException(
                    "The context has the fake of @AutoConfigureChimeMessagingFake and the beans " + others
                            + " of type ChimeMessagingServer. Remove the annotation or the definition of the bean");
        }
    }
}
