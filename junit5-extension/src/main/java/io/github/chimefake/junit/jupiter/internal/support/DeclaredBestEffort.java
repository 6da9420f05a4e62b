package io.github.chimefake.junit.jupiter.internal.support;

import io.github.chimefake.Operation;
import io.github.chimefake.junit.jupiter.BestEffort;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;

/** The operations that the code of a test may fail to call. */
public final class DeclaredBestEffort {
    private DeclaredBestEffort() {}

    /** Returns those that the annotations name. */
    public static Set<Operation> on(Stream<? extends AnnotatedElement> elements) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        elements.flatMap(element -> AnnotationSupport.findAnnotation(element, BestEffort.class).stream())
                .forEach(annotation -> operations.addAll(List.of(annotation.value())));
        return operations;
    }

    /**
     * Returns those that the configuration parameter names for all tests, separated by commas.
     *
     * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if one of them is no operation
     */
    public static Set<Operation> of(Optional<String> parameter) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        parameter.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> operations.add(operation(name, parameter.orElse(""))));
        return operations;
    }

    private static Operation operation(String name, String parameter) {
        return Stream.of(Operation.values())
                .filter(operation -> operation.name().equalsIgnoreCase(name)
                        || operation.awsName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> RunParameter.SWEEP_BEST_EFFORT.wrong(
                        parameter,
                        "operations separated by commas, for example UPDATE_CHANNEL_READ_MARKER,SendChannelMessage, but \""
                                + name + "\" is not one"));
    }
}
