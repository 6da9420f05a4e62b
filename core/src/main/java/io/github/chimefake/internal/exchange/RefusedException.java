package io.github.chimefake.internal.exchange;

/** Carries a {@link Refusal} from the rule that made it to the gateway that answers it. Has no stack trace: it is no fault. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** What was refused and why. */
    public Refusal refusal() {
        return refusal;
    }
}
