package io.github.chimefake.leastprivilege;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.leastprivilege.DefaultUsedPermissions;
import java.util.List;
import java.util.Optional;

/**
 * Permissions that calls used, by principal, and the smallest policy that grants them. Immutable. Not to be implemented by users.
 */
public interface UsedPermissions {
    /** Returns no permissions, to add others to. */
    static UsedPermissions none() {
        return DefaultUsedPermissions.NONE;
    }

    /** Returns those used by this caller or another one with the same user or role. */
    UsedPermissions by(ChimeCaller caller);

    /**
     * Returns those used by this principal.
     *
     * @param principalArn for example {@code arn:aws:sts::111122223333:assumed-role/chat-backend/session}, where the session is
     *     ignored, or the role itself, {@code arn:aws:iam::111122223333:role/chat-backend}
     */
    UsedPermissions by(String principalArn);

    /** Returns the same permissions with ARNs generalized to this scope; {@link ResourceScope#APP_INSTANCE} by default. */
    UsedPermissions generalizedTo(ResourceScope scope);

    /**
     * Returns these permissions and the other ones, for example of several fakes, in the scope of these.
     *
     * @throws IllegalArgumentException if no fake recorded the other ones
     */
    UsedPermissions plus(UsedPermissions other);

    /** Returns whether no permission was used. */
    boolean isEmpty();

    /**
     * Returns the policy, indented. Actions on the same resources share a statement, and nothing is granted twice. An action on a
     * user and a channel is granted on each user with each channel.
     *
     * @throws IllegalStateException if no permission was used: a policy must grant something
     */
    String toJson();

    /**
     * Returns what attached identity-based policies grant and no call used, by policy and in its order: whole statements, and of the
     * others the actions and resources that never applied. Statements that deny are left out.
     */
    List<UnusedPermission> unused();

    /** What a statement of an attached policy grants and no call used. Immutable. */
    interface UnusedPermission {
        /** Returns the ARNs of the users and roles that have the policy, sorted. */
        List<String> principals();

        /** Returns the policy's name. */
        String policy();

        /** Returns the statement's index in the policy, from 0. */
        int statement();

        /** Returns the statement's id. */
        Optional<String> sid();

        /** Returns whether the statement never applied. */
        boolean isWholeStatement();

        /** Returns the values of {@code Action} that no call needed. */
        List<String> actions();

        /** Returns the values of {@code Resource} that no call needed. */
        List<String> resources();
    }
}
