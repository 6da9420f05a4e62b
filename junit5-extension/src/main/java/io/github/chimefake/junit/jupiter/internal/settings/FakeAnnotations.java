package io.github.chimefake.junit.jupiter.internal.settings;

import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Reads {@link ChimeMessagingFake} on a class or method. Of several with one name the nearest counts: on the element itself, on its other
 * annotations, on its interfaces, on its superclass. Jupiter lists them without these levels.
 */
public final class FakeAnnotations {
    private FakeAnnotations() {}

    /**
     * Returns the annotations that count, by their names.
     *
     * @throws ExtensionConfigurationException if two of one name are on one level, or if a name is blank
     */
    public static Map<String, ChimeMessagingFake> on(AnnotatedElement element) {
        Map<String, ChimeMessagingFake> byName = byName(direct(element), element);
        byName(indirect(element), element).forEach(byName::putIfAbsent);
        if (element instanceof Class<?> type) {
            Stream.of(type.getInterfaces()).map(FakeAnnotations::on).forEach(of -> of.forEach(byName::putIfAbsent));
            if (type.getSuperclass() != null) {
                on(type.getSuperclass()).forEach(byName::putIfAbsent);
            }
        }
        return byName;
    }

    private static List<ChimeMessagingFake> direct(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .flatMap(FakeAnnotations::itself)
                .toList();
    }

    private static Stream<ChimeMessagingFake> itself(Annotation annotation) {
        if (annotation instanceof ChimeMessagingFake one) {
            return Stream.of(one);
        }
        return annotation instanceof ChimeMessagingFake.Fakes several ? Stream.of(several.value()) : Stream.empty();
    }

    /** Two annotations of the element may have the same one. */
    private static Set<ChimeMessagingFake> indirect(AnnotatedElement element) {
        Set<ChimeMessagingFake> found = new LinkedHashSet<>();
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            if (itself(annotation).findAny().isEmpty()) {
                found.addAll(AnnotationSupport.findRepeatableAnnotations(
                        annotation.annotationType(), ChimeMessagingFake.class));
            }
        }
        return found;
    }

    private static Map<String, ChimeMessagingFake> byName(
            Collection<ChimeMessagingFake> annotations, AnnotatedElement element) {
        Map<String, ChimeMessagingFake> byName = new LinkedHashMap<>();
        for (ChimeMessagingFake annotation : annotations) {
            String name = FakeNames.requireValid(annotation.name(), "@ChimeMessagingFake on " + element);
            if (byName.put(name, annotation) != null) {
                throw new ExtensionConfigurationException("@ChimeMessagingFake is on " + element + " twice "
                        + (name.isEmpty() ? "without a name" : "with name = \"" + name + "\"")
                        + ", so that both declare the same fake. Give one of them another name, for example name = \"eu\","
                        + " or leave it out");
            }
        }
        return byName;
    }
}
