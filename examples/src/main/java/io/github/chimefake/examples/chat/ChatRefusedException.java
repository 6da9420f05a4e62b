package io.github.chimefake.examples.chat;

import io.github.chimefake.examples.chat.ChatResult.Refused;

/** Something was refused where no result could say so. */
public final class ChatRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refused<?> refusal;

    ChatRefusedException(Refused<?> refusal) {
        super(refusal.errorCode() + ": " + refusal.message());
        this.refusal = refusal;
    }

    /** What was refused and why. */
    public Refused<?> refusal() {
        return refusal;
    }
}
