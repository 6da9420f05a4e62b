package io.github.chimefake.state;

import io.github.chimefake.Experimental;
import java.util.List;
import java.util.Optional;

/**
 * The difference between two states. Immutable. Not to be implemented by users.
 *
 * <pre>{@code
 * System.out.println(chime.state().differenceFrom(before));
 * // channel general, member bob: added
 * // channel general, message "hello" by alice (58461c2a…): added
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public interface StateDifference {
    /** Returns whether there is no difference, so that the states are equal. */
    boolean isEmpty();

    /** Returns the changes in the order of the state: app instances, users, channels, channel flows, callers, settings. */
    List<StateChange> changes();

    /**
     * Returns one line for each change, at most 200, or {@code no difference}. Users, channels and the like have their names; where a name
     * occurs more than once, the ARN follows.
     */
    @Override
    String toString();

    /**
     * Something that was added, removed or changed. Immutable; compared by value.
     *
     * @since 0.1
     */
    @Experimental
    interface StateChange {
        /** Returns what changed, for example {@code channel general, member bob, readMarker}. */
        String path();

        /** Returns the JSON of the earlier value; empty if it was added. */
        Optional<String> before();

        /** Returns the JSON of the later value; empty if it was removed. */
        Optional<String> after();

        /** Returns the change as one line, for example {@code channel general, name: "general" -> "news"}. */
        @Override
        String toString();
    }
}
