package io.github.chimefake.permissions;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.PolicyDocument;
import io.github.chimefake.iam.PolicyKind;
import java.util.List;
import java.util.Optional;

/**
 * A policy that is attached to a caller until it is closed. Thread-safe.
 *
 * @since 0.1
 */
public interface AttachedPolicy extends AutoCloseable {
    /** Returns the caller through which it was attached. */
    ChimeCaller caller();

    /** Returns the kind of policy. */
    PolicyKind kind();

    /** Returns the level of the organization that a service control policy was attached to; empty if it was attached without one. */
    Optional<String> level();

    /** Returns the policy. */
    PolicyDocument policy();

    /** Returns the parts of the policy that are most likely mistakes, for example actions or condition keys that Chime does not have. */
    List<PolicyDocument.PolicyWarning> warnings();

    /** Detaches the policy. Closing twice has no effect. */
    @Override
    void close();
}
