package io.github.chimefake.internal.messaging.rules;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The role matrix as texts, for the pages that show it. */
public final class RoleMatrixTable {
    private RoleMatrixTable() {}

    /** Returns the rows, in the order of the operations. */
    public static Stream<Row> rows() {
        return Stream.of(Operation.values()).filter(RoleMatrix::hasRow).map(Row::of);
    }

    /**
     * One operation.
     *
     * @param conditions when each role may call it
     * @param assumedFor the roles for which that is assumed
     */
    public record Row(Operation operation, String conditions, Set<Provenance> provenance, String assumedFor) {
        private static Row of(Operation operation) {
            RoleMatrix.Row row = RoleMatrix.row(operation);
            return new Row(
                    operation,
                    Stream.of(ChannelRole.values())
                            .map(role -> name(role) + ": " + text(row.cell(role).condition()))
                            .collect(joining("; ")),
                    Stream.of(ChannelRole.values())
                            .map(role -> row.cell(role).provenance())
                            .collect(() -> EnumSet.noneOf(Provenance.class), Set::add, Set::addAll),
                    Stream.of(ChannelRole.values())
                            .filter(role -> row.cell(role).provenance() == Provenance.ASSUMED)
                            .map(RoleMatrixTable::name)
                            .collect(joining(", ")));
        }
    }

    private static String name(ChannelRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(RoleCondition condition) {
        return condition == RoleCondition.ALWAYS ? "always" : condition.toString();
    }
}
