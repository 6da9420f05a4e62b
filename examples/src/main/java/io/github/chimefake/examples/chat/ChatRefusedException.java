package io.github.chimefake.examples.chat;

/** Thrown for an expected failure where no {@link ChatResult} can be returned. */
public final class ChatRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChatRefusal refusal;

    ChatRefusedException(ChatRefusal refusal) {
        super(refusal.errorCode() + ": " + refusal.message());
        this.refusal = refusal;
    }

    /** Returns why it failed. */
    public ChatRefusal refusal() {
        return refusal;
    }
}
