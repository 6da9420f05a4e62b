package io.github.chimefake;

import io.github.chimefake.publicapi.PublicApi;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkPojo;

/** Finds every public method and constructor that takes something which users can implement, and so may run their code. */
final class UserCodeParameters {
    private static final String BASE = "io.github.chimefake";

    /** Values, although users could implement them, and what only the SDK implements. */
    private static final Set<Class<?>> VALUES = Set.of(
            CharSequence.class,
            Collection.class,
            Map.class,
            Path.class,
            SdkPojo.class,
            ZoneId.class,
            AutoCloseable.class,
            AwsClientBuilder.class);

    private UserCodeParameters() {}

    /** Returns for example {@code FaultSelection.matching}, in alphabetical order. */
    static Set<String> find() {
        return PublicApi.of(ChimeMessagingServer.class).types().stream()
                .filter(type -> type.isInterface() || !Modifier.isAbstract(type.getModifiers()))
                .flatMap(type -> Stream.concat(
                                Arrays.stream(type.getConstructors()),
                                Arrays.stream(type.getMethods())
                                        .filter(method -> method.getDeclaringClass()
                                                .getName()
                                                .startsWith(BASE)))
                        .filter(UserCodeParameters::takesUserCode)
                        .map(executable -> name(type, executable)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean takesUserCode(Executable executable) {
        return !executable.isSynthetic()
                && Arrays.stream(executable.getParameterTypes()).anyMatch(UserCodeParameters::canBeImplemented);
    }

    private static boolean canBeImplemented(Class<?> type) {
        boolean open = Modifier.isAbstract(type.getModifiers())
                && !type.isPrimitive()
                && !type.isArray()
                && !type.isSealed()
                && !type.isAnnotation();
        return open && !isOurs(type) && VALUES.stream().noneMatch(value -> value.isAssignableFrom(type));
    }

    /** Users get the fake's own interfaces from it and do not implement them, unless they are functional. */
    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(BASE) && !type.isAnnotationPresent(FunctionalInterface.class);
    }

    private static String name(Class<?> type, Executable executable) {
        String name = executable.getName().startsWith(BASE) ? "new" : executable.getName();
        return type.getSimpleName() + "." + name;
    }
}
