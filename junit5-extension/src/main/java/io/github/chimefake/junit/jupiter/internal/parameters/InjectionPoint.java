package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.junit.jupiter.ChimeBearer;
import io.github.chimefake.junit.jupiter.ChimeEndpoint;
import io.github.chimefake.junit.jupiter.ChimeMembers;
import io.github.chimefake.junit.jupiter.FakeName;
import io.github.chimefake.junit.jupiter.InjectChimeFake;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** A parameter or a field, which may be given something of the fake. */
public sealed interface InjectionPoint {
    /** A parameter of a constructor or method. */
    record OfParameter(ParameterContext parameter) implements InjectionPoint {
        @Override
        public Class<?> type() {
            return parameter.getParameter().getType();
        }

        @Override
        public <A extends Annotation> Optional<A> find(Class<A> annotation) {
            return parameter.findAnnotation(annotation);
        }

        @Override
        public String kind() {
            return "parameter";
        }

        @Override
        public String place() {
            return parameter.getDeclaringExecutable().toString();
        }

        @Override
        public String toString() {
            return "The parameter " + parameter.getParameter() + " in " + place();
        }

        @Override
        public RuntimeException wrong(String message) {
            return new ParameterResolutionException(message);
        }
    }

    /** A field of a test class. */
    record OfField(Field field) implements InjectionPoint {
        @Override
        public Class<?> type() {
            return field.getType();
        }

        @Override
        public <A extends Annotation> Optional<A> find(Class<A> annotation) {
            return AnnotationSupport.findAnnotation(field, annotation);
        }

        @Override
        public String kind() {
            return "field";
        }

        @Override
        public String place() {
            return field.toString();
        }

        @Override
        public String toString() {
            return "The field " + field;
        }

        @Override
        public RuntimeException wrong(String message) {
            return new ExtensionConfigurationException(message);
        }
    }

    /** The annotations by which a parameter or field is the fake's. */
    List<Class<? extends Annotation>> MARKS =
            List.of(InjectChimeFake.class, FakeName.class, ChimeEndpoint.class, ChimeBearer.class, ChimeMembers.class);

    Class<?> type();

    /** Returns an annotation on it, or on one of its annotations. */
    <A extends Annotation> Optional<A> find(Class<A> annotation);

    /** Returns what messages call it: a parameter or a field. */
    String kind();

    /** Returns where it is, for messages. */
    String place();

    /** Creates the exception for a wrong declaration. */
    RuntimeException wrong(String message);

    /** Returns whether there is an annotation of ours. */
    default boolean isMarked() {
        return MARKS.stream().anyMatch(mark -> find(mark).isPresent());
    }

    /** Returns the annotations of ours that say what is given. */
    default List<Class<? extends Annotation>> kinds() {
        List<Class<? extends Annotation>> all = List.of(ChimeEndpoint.class, ChimeBearer.class, ChimeMembers.class);
        return all.stream().filter(kind -> find(kind).isPresent()).toList();
    }

    /** Returns the name of the fake that it is given something of; empty if none is named. */
    default String fake() {
        return find(FakeName.class).map(FakeName::value).orElse("");
    }
}
