package io.github.chimefake.internal.socketfaults;

/** What a fault does to a connect. */
public sealed interface ConnectEffect {
    /** Responds with a status instead of the upgrade. */
    record Respond(int status) implements ConnectEffect {
        @Override
        public String toString() {
            return "respond with " + status;
        }
    }

    /** Never responds. */
    record Hang() implements ConnectEffect {
        @Override
        public String toString() {
            return "hang";
        }
    }

    /** Resets the connection instead of the upgrade. */
    record Reset() implements ConnectEffect {
        @Override
        public String toString() {
            return "reset";
        }
    }

    /**
     * Closes the connection after the upgrade.
     *
     * @param code 1006 to end it without a close frame
     * @param established whether SESSION_ESTABLISHED is sent before
     */
    record Close(int code, boolean established) implements ConnectEffect {
        @Override
        public String toString() {
            return (code == CloseCodes.ABNORMAL ? "drop" : "close with " + code) + (established ? " after" : " before")
                    + " SESSION_ESTABLISHED";
        }
    }

    /** Sends a message before SESSION_ESTABLISHED. */
    record SendBefore(SocketFrame frame) implements ConnectEffect {
        @Override
        public String toString() {
            return "send " + frame.type() + " before SESSION_ESTABLISHED";
        }
    }

    /** Returns whether the fault decides on the connect, so that nothing else is checked. */
    default boolean ends() {
        return !(this instanceof SendBefore) && !(this instanceof Close close && close.established());
    }
}
