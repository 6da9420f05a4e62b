package io.github.chimefake.session.internal;

import java.io.IOException;

/** The server sent bytes that are not a WebSocket frame, or not one that is valid there. */
final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedFrameException(String message) {
        super(message);
    }
}
