package io.github.chimefake.internal.websocket;

/** What a client has sent: a complete message, or a control frame. */
sealed interface Incoming {
    record Text(String text) implements Incoming {}

    @SuppressWarnings("ArrayRecordComponent") // It is read once, by the one who takes it.
    record Binary(byte[] bytes) implements Incoming {}

    @SuppressWarnings("ArrayRecordComponent")
    record Ping(byte[] payload) implements Incoming {}

    record Pong() implements Incoming {}

    record Close(CloseStatus status) implements Incoming {}
}
