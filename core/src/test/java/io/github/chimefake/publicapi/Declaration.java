package io.github.chimefake.publicapi;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Writes declarations with simple names, the name of a member first, so that they are found in an alphabetical list. */
final class Declaration {
    private Declaration() {}

    /** Returns for example {@code interface extends FaultSelection}. */
    static String of(Class<?> type) {
        return modifiers(type) + kind(type) + typeParameters(type, "") + supertypes(type);
    }

    private static String modifiers(Class<?> type) {
        if (type.isEnum() || type.isRecord() || type.isInterface()) {
            return access(type.getModifiers()) + (type.isSealed() && !type.isEnum() ? "sealed " : "");
        }
        int modifiers = type.getModifiers();
        return access(modifiers)
                + (Modifier.isAbstract(modifiers) ? "abstract " : "")
                + (Modifier.isFinal(modifiers) ? "final " : "")
                + (type.isSealed() ? "sealed " : "");
    }

    private static String access(int modifiers) {
        return Modifier.isProtected(modifiers) ? "protected " : "";
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static String supertypes(Class<?> type) {
        Type superclass = type.getGenericSuperclass();
        boolean isSaid = superclass == null || superclass == Object.class || type.isEnum() || type.isRecord();
        String interfaces = type.isAnnotation() ? "" : names(type.getGenericInterfaces());
        return (isSaid ? "" : " extends " + name(superclass))
                + (interfaces.isEmpty() ? "" : (type.isInterface() ? " extends " : " implements ") + interfaces);
    }

    /** Returns for example {@code by(ChimeUser): FaultSelection}. */
    static String of(Member member) {
        if (member instanceof Field field) {
            return field.isEnumConstant()
                    ? field.getName()
                    : field.getName() + ": " + modifiers(field) + name(field.getGenericType());
        }
        if (member instanceof Constructor<?> constructor) {
            return "new" + parameters(constructor)
                    + (Modifier.isProtected(constructor.getModifiers()) ? ": protected" : "") + exceptions(constructor);
        }
        Method method = (Method) member;
        return method.getName() + parameters(method) + ": " + modifiers(method) + typeParameters(method, " ")
                + name(method.getGenericReturnType()) + exceptions(method) + defaultValue(method);
    }

    private static String modifiers(Member member) {
        int modifiers = member.getModifiers();
        return access(modifiers)
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isAbstract(modifiers) && !member.getDeclaringClass().isInterface() ? "abstract " : "");
    }

    private static String parameters(Executable executable) {
        List<String> names = new ArrayList<>(Arrays.stream(executable.getGenericParameterTypes())
                .map(Declaration::name)
                .toList());
        if (executable.isVarArgs()) {
            names.set(names.size() - 1, names.get(names.size() - 1).replaceFirst("\\[]$", "..."));
        }
        return "(" + String.join(", ", names) + ")";
    }

    private static String exceptions(Executable executable) {
        Type[] thrown = executable.getGenericExceptionTypes();
        return thrown.length == 0 ? "" : " throws " + names(thrown);
    }

    private static String defaultValue(Method method) {
        Object value = method.getDefaultValue();
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return " default \"" + text + "\"";
        }
        return " default " + (value instanceof Object[] values ? Arrays.toString(values) : value);
    }

    private static String typeParameters(GenericDeclaration declaration, String after) {
        TypeVariable<?>[] parameters = declaration.getTypeParameters();
        return parameters.length == 0
                ? ""
                : Stream.of(parameters).map(Declaration::withBounds).collect(joining(", ", "<", ">")) + after;
    }

    private static String withBounds(TypeVariable<?> parameter) {
        String bounds = Stream.of(parameter.getBounds())
                .filter(bound -> bound != Object.class)
                .map(Declaration::name)
                .collect(joining(" & "));
        return parameter.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String names(Type... types) {
        return Stream.of(types).map(Declaration::name).collect(joining(", "));
    }

    private static String name(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.getSimpleName();
        }
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + "<" + names(generic.getActualTypeArguments()) + ">";
        }
        if (type instanceof GenericArrayType array) {
            return name(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return name(wildcard);
        }
        return ((TypeVariable<?>) type).getName();
    }

    private static String name(WildcardType wildcard) {
        if (wildcard.getLowerBounds().length > 0) {
            return "? super " + names(wildcard.getLowerBounds());
        }
        return wildcard.getUpperBounds()[0] == Object.class ? "?" : "? extends " + names(wildcard.getUpperBounds());
    }
}
