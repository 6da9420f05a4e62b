package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.exchange.RefusedException;
import io.github.chimefake.internal.lifetime.FakeLifetime;

/** What becomes of a call that the caller's policies deny. As on AWS until told otherwise. */
public final class PolicyEnforcement {
    private final FakeLifetime lifetime;
    private volatile Setting setting = Setting.DEFAULT;

    /**
     * How policies are enforced at one moment.
     *
     * @param audit whether calls are served all the same
     * @param denialError the error otherwise
     * @param required whether a caller without policies may do nothing
     */
    public record Setting(boolean audit, ChimeError denialError, boolean required) {
        /** Callers without policies may do everything, which most tests need. */
        static final Setting DEFAULT = new Setting(false, ChimeError.ACCESS_DENIED, false);
    }

    /** Creates the enforcement of AWS, for no fake in particular. */
    public PolicyEnforcement() {
        this(new FakeLifetime());
    }

    /** Creates the enforcement of AWS, which can be changed while its fake runs. */
    public PolicyEnforcement(FakeLifetime lifetime) {
        this.lifetime = lifetime;
    }

    private void requireRunning() {
        lifetime.requireRunning("The enforcement of policies cannot be changed");
    }

    public synchronized void audit(boolean audit) {
        requireRunning();
        setting = new Setting(audit, setting.denialError(), setting.required());
    }

    public synchronized void denialError(ChimeError error) {
        requireRunning();
        setting = new Setting(setting.audit(), error, setting.required());
    }

    public synchronized void require(boolean required) {
        requireRunning();
        setting = new Setting(setting.audit(), setting.denialError(), required);
    }

    public synchronized void clear() {
        requireRunning();
        setting = Setting.DEFAULT;
    }

    /** Whether a caller without policies may do nothing, as on AWS. */
    public boolean requiresPolicies() {
        return setting.required();
    }

    /**
     * Denies the call, unless policies are in audit mode.
     *
     * @param denial as AWS would answer it
     * @return what the call is spared in audit mode
     * @throws RefusedException if policies are enforced
     */
    public Refusal enforce(Refusal denial) {
        Setting now = setting;
        Refusal answer = now.denialError() == denial.error() ? denial : answeredWith(now.denialError(), denial);
        if (!now.audit()) {
            throw answer.asException();
        }
        return answer;
    }

    private static Refusal answeredWith(ChimeError error, Refusal denial) {
        return Refusal.of(
                error,
                denial.explanation() + " AWS would have sent "
                        + denial.error().errorType() + " "
                        + denial.error().status() + ", \"" + denial.message() + "\"; this test chose "
                        + error.errorType() + " with chime.permissions().policyDenialError(…).",
                Provenance.REQUESTED);
    }

    /** How policies are enforced now. */
    public Setting snapshot() {
        return setting;
    }

    /** Goes back to the snapshot. */
    public synchronized void restore(Setting snapshot) {
        setting = snapshot;
    }
}
