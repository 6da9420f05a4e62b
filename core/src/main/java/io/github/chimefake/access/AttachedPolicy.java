package io.github.chimefake.access;

import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.iam.NamedPolicy;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicyWarning;
import java.util.List;

/**
 * A policy that was attached to a caller, until it is closed or swept away by a reset.
 *
 * <pre>{@code
 * AttachedPolicy policy = chime.permissions().by(backend).attach(policy("iam/chat-backend.json"));
 * assertThat(policy.warnings()).isEmpty();
 * }</pre>
 */
public final class AttachedPolicy implements AutoCloseable {
    private final CallerPolicies policies;
    private final ChimeCaller caller;
    private final PolicyKind kind;
    private final NamedPolicy policy;
    private final List<PolicyWarning> warnings;

    AttachedPolicy(
            CallerPolicies policies,
            ChimeCaller caller,
            PolicyKind kind,
            NamedPolicy policy,
            List<PolicyWarning> warnings) {
        this.policies = policies;
        this.caller = caller;
        this.kind = kind;
        this.policy = policy;
        this.warnings = List.copyOf(warnings);
    }

    /** Whose it is, as the caller was when it was attached. */
    public ChimeCaller caller() {
        return caller;
    }

    /** As what it was attached. */
    public PolicyKind kind() {
        return kind;
    }

    /** Its name and what it says. */
    public NamedPolicy policy() {
        return policy;
    }

    /**
     * What AWS accepts in it and is most likely a mistake: actions that Amazon Chime does not have, condition keys that its
     * requests never have, such as {@code chime:ResourceTag/…}, and values that can match nothing. They are logged when it is
     * attached, too.
     */
    public List<PolicyWarning> warnings() {
        return warnings;
    }

    /** Detaches it. Closing twice does nothing. */
    @Override
    public void close() {
        policies.detach(this);
    }

    /** In words, for example {@code permissions boundary "limits" of arn:aws:iam::111122223333:role/chat}. */
    @Override
    public String toString() {
        return kind.noun() + " \"" + policy.name() + "\" of " + caller.principalArn();
    }
}
