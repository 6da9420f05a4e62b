package io.github.chimefake.internal.access.policies;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.FakeLifetime;

/** The settings for calls that the caller's policies deny. By default they fail, as on AWS. */
public final class PolicyEnforcement {
    private final FakeLifetime lifetime;
    private volatile Setting setting = Setting.DEFAULT;

    /**
     * The settings at one time.
     *
     * @param audit whether these calls are served and only reported
     * @param denialError the error of the response otherwise
     * @param required whether calls of a caller without policies are denied
     */
    public record Setting(boolean audit, ChimeError denialError, boolean required) {
        /** Callers without policies may do everything, which most tests need. */
        static final Setting DEFAULT = new Setting(false, ChimeError.ACCESS_DENIED, false);
    }

    /** Creates the default settings, without a fake. */
    public PolicyEnforcement() {
        this(new FakeLifetime());
    }

    /** Creates the default settings, which can be changed while the fake runs. */
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

    /** Returns whether calls of a caller without policies are denied, as on AWS. */
    public boolean requiresPolicies() {
        return setting.required();
    }

    /**
     * Denies the call, unless policies are in audit mode.
     *
     * @param denial the error of AWS
     * @return the error that audit mode only reports
     * @throws ServiceErrorException if policies are enforced
     */
    public ServiceError enforce(ServiceError denial) {
        Setting now = setting;
        ServiceError error = now.denialError() == denial.error() ? denial : withError(now.denialError(), denial);
        if (!now.audit()) {
            throw error.asException();
        }
        return error;
    }

    private static ServiceError withError(ChimeError error, ServiceError denial) {
        return ServiceError.of(
                Layer.IAM_POLICY,
                error,
                denial.explanation() + " AWS would have sent "
                        + denial.error().errorType() + " "
                        + denial.error().status() + ", \"" + denial.message() + "\"; this test chose "
                        + error.errorType() + " with chime.permissions().policyDenialError(…).",
                Provenance.REQUESTED);
    }

    /** Returns the current settings. */
    public Setting snapshot() {
        return setting;
    }

    /** Restores the settings of the snapshot. */
    public synchronized void restore(Setting snapshot) {
        setting = snapshot;
    }
}
