package io.github.chimefake.publicapi;

import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The members of a type that users see. Those that a public supertype of ours declares are listed there. Those that {@code Object},
 * AssertJ or JUnit dictate are left out, as the type's supertypes say that it has them.
 */
final class PublicMembers {
    private final PublicApi api;
    private final Class<?> type;

    PublicMembers(PublicApi api, Class<?> type) {
        this.api = api;
        this.type = type;
    }

    Stream<Member> all() {
        Stream<Member> declared = Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors())
                .<Member>flatMap(Arrays::stream)
                .filter(member -> !member.isSynthetic());
        return Stream.concat(declared, methods()).filter(member -> PublicApi.isVisible(member.getModifiers()));
    }

    private Stream<Member> methods() {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), inheritedFromHiddenTypes())
                .filter(method -> !isOfEveryEnum(method) && !replacesAnother(method) && !isDictated(method))
                .map(Member.class::cast);
    }

    private Stream<Method> inheritedFromHiddenTypes() {
        return Arrays.stream(type.getMethods()).filter(method -> {
            Class<?> owner = method.getDeclaringClass();
            return owner != type && PublicApi.isOurs(owner.getName()) && !api.contains(owner);
        });
    }

    private boolean isOfEveryEnum(Method method) {
        return type.isEnum()
                && (method.getName().equals("values") || method.getName().equals("valueOf"));
    }

    /** Returns whether javac made the method for another of the same name, and not because its class is hidden. */
    private boolean replacesAnother(Method method) {
        return method.isSynthetic()
                && (!method.isBridge()
                        || Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(other -> !other.isSynthetic()
                                        && other.getName().equals(method.getName())
                                        && other.getParameterCount() == method.getParameterCount()));
    }

    private boolean isDictated(Method method) {
        return supertypes(type, new HashSet<>()).stream()
                .filter(PublicMembers::dictates)
                .flatMap(supertype -> Arrays.stream(supertype.getDeclaredMethods()))
                .anyMatch(other -> isSame(other, method));
    }

    private static boolean isSame(Executable one, Executable other) {
        return one.getName().equals(other.getName())
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    private static boolean dictates(Class<?> supertype) {
        return supertype == Object.class
                || supertype.getName().startsWith("org.assertj.")
                || supertype.getName().startsWith("org.junit.");
    }

    private static Set<Class<?>> supertypes(Class<?> type, Set<Class<?>> found) {
        Stream.concat(
                        Stream.of(Object.class),
                        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces())))
                .filter(found::add)
                .forEach(supertype -> supertypes(supertype, found));
        return found;
    }
}
