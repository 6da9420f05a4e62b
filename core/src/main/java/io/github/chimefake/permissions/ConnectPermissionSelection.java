package io.github.chimefake.permissions;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.Registration;

/**
 * A selection of the connects of messaging sessions that a permission rule applies to. The last method registers the rule. The latest
 * matching rule decides; where none matches, the policies of the caller do, by the action {@code chime:Connect} on the user.
 *
 * <pre>{@code
 * chime.permissions().onConnect().by(alice).deny(); // her sessions are closed with 4401
 * }</pre>
 *
 * <p>Immutable and thread-safe: each step returns another selection.
 *
 * @since 0.1
 */
@Experimental
@CheckReturnValue
public interface ConnectPermissionSelection {
    /** Selects connects as this user. */
    ConnectPermissionSelection by(ChimeUser user);

    /** Selects connects that were signed by this caller, with any of its access keys. */
    ConnectPermissionSelection by(ChimeCaller caller);

    /** Selects the next connect only. */
    ConnectPermissionSelection once();

    /**
     * Selects the next connects only.
     *
     * @param count how many, at least 1
     * @throws IllegalArgumentException if the count is less than 1
     */
    ConnectPermissionSelection connects(int count);

    /**
     * Selects only the n-th connect after the registration.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    ConnectPermissionSelection nthConnect(int n);

    /**
     * Selects the n-th connect after the registration and all later ones.
     *
     * @param n counted from 1
     * @throws IllegalArgumentException if it is less than 1
     */
    ConnectPermissionSelection fromConnect(int n);

    /**
     * Registers a rule: the sessions are closed with 4401 after the upgrade, or with the code of {@code SessionEnd.DENIED}.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration deny();

    /**
     * Registers a rule: the connects are allowed, even if earlier rules deny them. IAM policies still apply.
     *
     * @throws IllegalStateException if the fake is closed
     */
    @CanIgnoreReturnValue
    Registration allow();
}
