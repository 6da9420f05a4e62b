package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Cells of the role matrix that a test wants otherwise, above all those that nobody knows of the real service.
 *
 * @param cells whether the role may call the operation, whatever the matrix says
 */
public record RoleOverrides(Map<Cell, Boolean> cells) {
    /** The role matrix as it is. */
    public static final RoleOverrides NONE = new RoleOverrides(Map.of());

    public RoleOverrides {
        cells = Map.copyOf(cells);
    }

    /** What one role may do. */
    public record Cell(Operation operation, ChannelRole role) {}

    /** The same with one more cell. */
    public RoleOverrides with(Operation operation, ChannelRole role, boolean allowed) {
        Map<Cell, Boolean> more = new HashMap<>(cells);
        more.put(new Cell(operation, role), allowed);
        return new RoleOverrides(more);
    }

    /** Whether the role may call the operation; empty if the matrix decides. */
    public Optional<Boolean> find(Operation operation, ChannelRole role) {
        return cells.isEmpty() ? Optional.empty() : Optional.ofNullable(cells.get(new Cell(operation, role)));
    }
}
