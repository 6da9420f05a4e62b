package io.github.chimefake.internal.websocket;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Sends back what it receives. */
class EchoListener implements WebSocketListener {
    private volatile @Nullable WebSocketConnection connection;

    WebSocketConnection connection() {
        return requireNonNull(connection);
    }

    @Override
    public void opened(WebSocketConnection opened) {
        connection = opened;
    }

    @Override
    public void received(String text) {
        connection().send(text);
    }

    @Override
    public void receivedBytes(byte[] bytes) {
        connection().sendBytes(bytes);
    }

    @Override
    public void closed(int code, String reason) {
        // Nothing is left to do.
    }
}
