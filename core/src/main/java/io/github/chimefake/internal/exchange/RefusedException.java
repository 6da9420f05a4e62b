package io.github.chimefake.internal.exchange;

import java.util.Optional;

/** Carries a {@link Refusal} from the rule that made it to the gateway that answers it. Has no stack trace: it is no fault. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    /** Throws the reason to refuse a call, if there is one. */
    public static void throwIfPresent(Optional<Refusal> reason) {
        reason.ifPresent(refusal -> {
            throw refusal.asException();
        });
    }

    /** What was refused and why. */
    public Refusal refusal() {
        return refusal;
    }
}
