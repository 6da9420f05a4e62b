package io.github.chimefake.leastprivilege;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.leastprivilege.DefaultUsedPermissions;
import java.util.List;
import java.util.Optional;

/**
 * The permissions that calls used, by principal, and the smallest policy that grants them. Immutable. Not to be implemented by users.
 *
 * @since 0.1
 */
public interface UsedPermissions {
    /** Returns an empty set of permissions, to which {@link #plus} adds others. */
    static UsedPermissions none() {
        return DefaultUsedPermissions.NONE;
    }

    /** Returns the permissions used by this caller or another one with the same user or role. */
    UsedPermissions by(ChimeCaller caller);

    /**
     * Returns the permissions used by this principal.
     *
     * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}, where the session is
     *     ignored, or the role itself, {@code arn:aws:iam::111122223333:role/chat-backend}
     */
    UsedPermissions by(String principalArn);

    /** Returns the same permissions with ARNs generalized to this scope; {@link ResourceScope#APP_INSTANCE} by default. */
    UsedPermissions generalizedTo(ResourceScope scope);

    /**
     * Returns these permissions and the others, for example those of several fakes, in the scope of these.
     *
     * @throws IllegalArgumentException if the others were not returned by this library
     */
    UsedPermissions plus(UsedPermissions other);

    /** Returns whether no permission was used. */
    boolean isEmpty();

    /**
     * Returns the policy as indented JSON. Actions on the same resources share a statement, and nothing is granted twice. An action on
     * a user and a channel is granted on each user with each channel.
     *
     * @throws IllegalStateException if no permission was used, as a policy must have a statement
     */
    String toJson();

    /**
     * Returns the permissions that attached identity-based policies grant and no call used, in the order of the policies and their
     * statements: whole statements, and of other statements the actions and resources that never applied. Statements that deny are omitted.
     */
    List<UnusedPermission> unused();

    /**
     * A permission that a statement of an attached policy grants and no call used. Immutable.
     *
     * @since 0.1
     */
    interface UnusedPermission {
        /** Returns the ARNs of the users and roles that have the policy, sorted. */
        List<String> principals();

        /** Returns the policy's name. */
        String policy();

        /** Returns the statement's index in the policy, from 0. */
        int statement();

        /** Returns the statement's id; empty if it has none. */
        Optional<String> sid();

        /** Returns whether the statement never applied. */
        boolean isWholeStatement();

        /** Returns the values of {@code Action} that no call needed. */
        List<String> actions();

        /** Returns the values of {@code Resource} that no call needed. */
        List<String> resources();
    }
}
