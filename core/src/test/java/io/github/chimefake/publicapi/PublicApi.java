package io.github.chimefake.publicapi;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/** The types of one or more modules that users see: public, with public enclosing types, and outside of {@code internal}. */
public final class PublicApi {
    private static final String BASE = "io.github.chimefake.";

    private final List<Class<?>> types;

    private PublicApi(List<Class<?>> types) {
        this.types = types;
    }

    /** Returns the public API of the modules that these classes belong to. */
    public static PublicApi of(Class<?>... anchors) {
        return new PublicApi(Stream.of(anchors)
                .<Class<?>>flatMap(anchor -> CompiledClasses.besides(anchor).stream()
                        .filter(name -> isOurs(name) && !isInternal(name))
                        .map(name -> load(name, anchor.getClassLoader())))
                .filter(PublicApi::isVisible)
                .toList());
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && !type.isAnonymousClass()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Returns whether this is the name of a type of this project. */
    static boolean isOurs(String name) {
        return name.startsWith(BASE);
    }

    private static boolean isInternal(String name) {
        return name.contains(".internal.");
    }

    /** Returns the types, nested ones included, in alphabetical order. */
    public List<Class<?>> types() {
        return types;
    }

    /** Returns the types of one package, nested ones included. */
    public List<Class<?>> typesIn(String packageName) {
        return types.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .toList();
    }

    /** Returns the names of the packages in alphabetical order. */
    public List<String> packages() {
        return types.stream().map(Class::getPackageName).distinct().sorted().toList();
    }

    /** Returns whether users see this type. */
    boolean contains(Class<?> type) {
        return types.contains(type);
    }

    /** Returns the members of a type that users see, except for those of its public supertypes. */
    Stream<Member> members(Class<?> type) {
        return new PublicMembers(this, type).all();
    }

    /** Returns one line for each type and each member, in alphabetical order. */
    public List<String> lines() {
        return types.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.getName().replace('$', '.') + " " + Declaration.of(type)),
                        members(type).map(member -> type.getName().replace('$', '.') + "#" + Declaration.of(member))))
                .distinct()
                .sorted()
                .toList();
    }
}
