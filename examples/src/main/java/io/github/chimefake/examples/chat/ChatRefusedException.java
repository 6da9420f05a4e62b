package io.github.chimefake.examples.chat;

/** Something was refused where no result could say so. */
public final class ChatRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChatRefusal refusal;

    ChatRefusedException(ChatRefusal refusal) {
        super(refusal.errorCode() + ": " + refusal.message());
        this.refusal = refusal;
    }

    /** What was refused and why. */
    public ChatRefusal refusal() {
        return refusal;
    }
}
