package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.toMap;

import io.github.chimefake.internal.access.context.ContextKey;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ids of the rows that tables of the code make, which are their anchors on the page that shows the table. */
public final class RowId {
    private static final Map<DocumentedConstraint, String> CONSTRAINTS =
            ConstraintConstant.all().collect(toMap(ConstraintConstant::value, ConstraintConstant::id));

    private RowId() {}

    /** Returns the id of a condition key. */
    public static String of(ContextKey key) {
        return of("key", key.name().replaceFirst("/$", "/KEY"));
    }

    /** Returns the id of a constraint; empty if no constant holds it, because it is the row of a quota. */
    public static Optional<String> of(DocumentedConstraint constraint) {
        return Optional.ofNullable(CONSTRAINTS.get(constraint));
    }

    static String of(String kind, String name) {
        return kind + "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
