package io.github.chimefake.fidelity;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import java.lang.reflect.Field;
import java.util.stream.Stream;

/**
 * A constant of the code that holds a constraint.
 *
 * @param owner the class that declares it
 */
record ConstraintConstant(Class<?> owner, String name, DocumentedConstraint value) {
    private static final String SUFFIX = "Constraints";

    /** Returns all constants, in any order. */
    static Stream<ConstraintConstant> all() {
        return new ClassFileImporter()
                .importPackagesOf(DocumentedConstraint.class).stream()
                        .map(JavaClass::reflect)
                        .flatMap(owner -> Stream.of(owner.getFields()))
                        .filter(field -> field.getType() == DocumentedConstraint.class)
                        .map(ConstraintConstant::of);
    }

    private static ConstraintConstant of(Field field) {
        try {
            return new ConstraintConstant(
                    field.getDeclaringClass(), field.getName(), (DocumentedConstraint) field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A constant of a public class can be read: " + field, e);
        }
    }

    /** Returns the id of its row. */
    String id() {
        return RowId.of("constraint", owner.getSimpleName().replace(SUFFIX, "") + "-" + name);
    }
}
