package io.github.chimefake.sessions;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of messaging sessions: the WebSocket of the JDK. */
public final class SessionClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern TYPE = Pattern.compile("\"x-amz-chime-event-type\":\"(\\w+)\"");

    private final List<String> received = new ArrayList<>();
    private final StringBuilder message = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<String> reason = new CompletableFuture<>();
    private int pings;
    private WebSocket socket;

    private SessionClient() {}

    /** Connects, and returns when the upgrade has succeeded. */
    static SessionClient connect(URI uri) {
        return connect(uri, "http://localhost");
    }

    /** Connects as a browser does for a page of this origin. */
    static SessionClient connect(URI uri, String origin) {
        SessionClient client = new SessionClient();
        client.socket = HTTP.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(uri, client)
                .join();
        return client;
    }

    /** Connects as a user, signed by the default caller. */
    public static SessionClient connect(ChimeMessagingServer chime, ChimeUser user) {
        return connect(Presigner.of(user).sign(endpoint(chime), chime.caller().credentials()));
    }

    /** Returns the status with which the upgrade is refused. */
    static int refusedWith(URI uri) {
        return refusedWith(uri, "http://localhost");
    }

    static int refusedWith(URI uri, String origin) {
        try {
            connect(uri, origin);
            throw new AssertionError("was not refused");
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    static String endpoint(ChimeMessagingServer chime) {
        return chime.client()
                .getMessagingSessionEndpoint(request -> {})
                .endpoint()
                .url();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        synchronized (this) {
            message.append(data);
            if (last) {
                received.add(message.toString());
                message.setLength(0);
                notifyAll();
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer data) {
        synchronized (this) {
            pings++;
            notifyAll();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String text) {
        reason.complete(text);
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        reason.complete("");
        closed.complete(1006);
    }

    /** Waits for so many messages, and returns the types of all that were received. */
    synchronized List<String> types(int count) throws InterruptedException {
        messages(count);
        return received.stream().map(SessionClient::type).toList();
    }

    synchronized List<String> messages(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (received.size() < count && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        }
        return List.copyOf(received);
    }

    synchronized void awaitPing() throws InterruptedException {
        while (pings == 0) {
            wait();
        }
    }

    static String type(String text) {
        Matcher type = TYPE.matcher(text);
        return type.find() ? type.group(1) : text;
    }

    int closeCode() {
        return closed.orTimeout(20, TimeUnit.SECONDS).join();
    }

    String closeReason() {
        closeCode();
        return reason.join();
    }

    boolean isClosed() {
        return closed.isDone();
    }

    void sendClose() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
