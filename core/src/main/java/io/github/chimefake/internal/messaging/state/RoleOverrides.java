package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Overrides of cells of the role matrix by a test, mainly for cells that are not known for the real service.
 *
 * @param cells whether the role may call the operation, instead of the cell of the matrix
 */
public record RoleOverrides(Map<Cell, Boolean> cells) {
    /** No overrides. */
    public static final RoleOverrides NONE = new RoleOverrides(Map.of());

    public RoleOverrides {
        cells = Map.copyOf(cells);
    }

    /** A cell of the matrix. */
    public record Cell(Operation operation, ChannelRole role) {}

    /** Returns these overrides with another cell. */
    public RoleOverrides with(Operation operation, ChannelRole role, boolean allowed) {
        Map<Cell, Boolean> more = new HashMap<>(cells);
        more.put(new Cell(operation, role), allowed);
        return new RoleOverrides(more);
    }

    /** Returns whether the role may call the operation; empty if the matrix decides. */
    public Optional<Boolean> find(Operation operation, ChannelRole role) {
        return cells.isEmpty() ? Optional.empty() : Optional.ofNullable(cells.get(new Cell(operation, role)));
    }
}
