package io.github.chimefake.internal.websocket;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records what it is told, each as one line. */
class RecordingListener implements WebSocketListener {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<WebSocketConnection> connection = new CompletableFuture<>();

    @Override
    public void opened(WebSocketConnection opened) {
        connection.complete(opened);
    }

    @Override
    public void received(String text) {
        events.add("received " + text);
    }

    @Override
    public void receivedBytes(byte[] bytes) {
        events.add("received " + bytes.length + " bytes");
    }

    @Override
    public void pong() {
        events.add("pong");
    }

    @Override
    public void closed(int code, String reason) {
        events.add("closed " + code + " " + reason);
    }

    /** Returns the connection, when it is open. */
    WebSocketConnection connection() {
        return connection.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Returns the next line, when there is one. */
    String next() throws InterruptedException {
        String next = events.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing has happened within " + LIMIT);
        }
        return next;
    }

    /** Returns whether it was told nothing that was not taken. */
    boolean isEmpty() {
        return events.isEmpty();
    }
}
