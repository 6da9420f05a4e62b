package io.github.chimefake.publicapi;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds types that the signatures of a public API name: supertypes, parameters, returns, exceptions, bounds and type arguments. */
public final class PublicSignatures {
    private final PublicApi api;

    /** Creates a search in this API. */
    public PublicSignatures(PublicApi api) {
        this.api = api;
    }

    /** Returns the declarations that name a type of ours that users do not see, with its name. */
    public List<String> namingHiddenTypes() {
        return naming(type -> PublicApi.isOurs(type.getName()) && !api.contains(type));
    }

    /** Returns the declarations that name a type in one of these packages or below, with its name. */
    public List<String> namingTypesIn(String... packages) {
        return naming(
                type -> Stream.of(packages).anyMatch(name -> type.getName().startsWith(name + ".")));
    }

    private List<String> naming(Predicate<Class<?>> unwanted) {
        return declarations()
                .flatMap(declaration -> declaration
                        .types()
                        .flatMap(PublicSignatures::classes)
                        .filter(unwanted)
                        .map(type -> declaration.name() + " names " + type.getName()))
                .distinct()
                .toList();
    }

    /** Returns the type parameters of ours whose bound is a type of ours with the parameter as its argument, and those of types. */
    public List<String> selfBounded() {
        return api.types().stream()
                .flatMap(type -> Stream.concat(
                                selfBounded(type, bound -> true),
                                api.members(type)
                                        .filter(Executable.class::isInstance)
                                        .map(Executable.class::cast)
                                        .flatMap(executable -> selfBounded(executable, PublicSignatures::isOurs)))
                        .map(parameter -> type.getName() + ": " + parameter))
                .distinct()
                .toList();
    }

    private static Stream<String> selfBounded(GenericDeclaration declaration, Predicate<ParameterizedType> counts) {
        return Arrays.stream(declaration.getTypeParameters())
                .filter(parameter -> Stream.of(parameter.getBounds())
                        .filter(ParameterizedType.class::isInstance)
                        .map(ParameterizedType.class::cast)
                        .filter(counts)
                        .anyMatch(bound ->
                                Arrays.asList(bound.getActualTypeArguments()).contains(parameter)))
                .map(TypeVariable::getName);
    }

    private static boolean isOurs(ParameterizedType bound) {
        return PublicApi.isOurs(((Class<?>) bound.getRawType()).getName());
    }

    private record NamedTypes(String name, Stream<Type> types) {}

    private Stream<NamedTypes> declarations() {
        return api.types().stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(new NamedTypes(type.getName(), ofType(type))),
                        api.members(type)
                                .map(member -> new NamedTypes(
                                        type.getName() + "." + Declaration.of(member), ofMember(member)))));
    }

    private static Stream<Type> ofType(Class<?> type) {
        return Stream.of(
                        Stream.ofNullable(type.getGenericSuperclass()),
                        Stream.of(type.getGenericInterfaces()),
                        bounds(type))
                .flatMap(types -> types);
    }

    private static Stream<Type> ofMember(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getGenericType());
        }
        Executable executable = (Executable) member;
        return Stream.of(
                        member instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.<Type>of(),
                        Stream.of(executable.getGenericParameterTypes()),
                        Stream.of(executable.getGenericExceptionTypes()),
                        bounds(executable))
                .flatMap(types -> types);
    }

    private static Stream<Type> bounds(GenericDeclaration declaration) {
        return Arrays.stream(declaration.getTypeParameters()).flatMap(parameter -> Stream.of(parameter.getBounds()));
    }

    private static Stream<Class<?>> classes(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? classes(plain.getComponentType()) : Stream.of(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return Stream.concat(classes(generic.getRawType()), classes(generic.getActualTypeArguments()));
        }
        if (type instanceof GenericArrayType array) {
            return classes(array.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.concat(classes(wildcard.getUpperBounds()), classes(wildcard.getLowerBounds()));
        }
        return Stream.of(); // The bounds of a type variable belong to its declaration.
    }

    private static Stream<Class<?>> classes(Type... types) {
        return Stream.of(types).flatMap(PublicSignatures::classes);
    }
}
