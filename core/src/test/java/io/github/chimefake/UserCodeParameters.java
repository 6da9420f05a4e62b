package io.github.chimefake;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** Finds every public method and constructor that takes something which users can implement, and so may run their code. */
final class UserCodeParameters {
    private static final String BASE = "io.github.chimefake";

    /** Rooms that users do not see: what they are handed came through one of the others. */
    private static final Pattern INTERNAL =
            Pattern.compile(".*\\.(wiremock|gateway|protocol|json|service|identity|messaging)");

    /** Values, although users could implement them. */
    private static final Set<Class<?>> VALUES = Set.of(
            CharSequence.class,
            Collection.class,
            Map.class,
            Path.class,
            SdkPojo.class,
            ZoneId.class,
            AutoCloseable.class);

    private UserCodeParameters() {}

    /** Returns for example {@code FaultSelection.matching}, in alphabetical order. */
    static Set<String> find() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(BASE).stream()
                        .filter(type ->
                                type.isInterface() || !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !INTERNAL.matcher(type.getPackageName()).matches())
                        .map(JavaClass::reflect)
                        .filter(UserCodeParameters::isPublic)
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

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
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
        return open && VALUES.stream().noneMatch(value -> value.isAssignableFrom(type));
    }

    private static String name(Class<?> type, Executable executable) {
        String name = executable.getName().startsWith(BASE) ? "new" : executable.getName();
        return type.getSimpleName() + "." + name;
    }
}
