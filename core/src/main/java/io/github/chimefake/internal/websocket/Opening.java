package io.github.chimefake.internal.websocket;

import java.io.IOException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One socket that was accepted: reads the request, asks the handler about it, and serves what becomes of it. */
final class Opening {
    private final AcceptedSocket socket;
    private final ServerThreads threads;
    private final WebSocketSettings settings;
    private final WebSocketHandler handler;

    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread thread;

    Opening(AcceptedSocket socket, ServerThreads threads, WebSocketSettings settings, WebSocketHandler handler) {
        this.socket = socket;
        this.threads = threads;
        this.settings = settings;
        this.handler = handler;
    }

    /** Serves the socket until it is closed. */
    void serve() {
        thread = Thread.currentThread();
        try {
            open(request());
        } catch (RefusedRequestException e) {
            respond(e.response());
        } catch (IOException ended) {
            // The client is gone, has taken too long, or the server is closed.
        } finally {
            thread = null;
            socket.close();
        }
    }

    private UpgradeRequest request() throws IOException, RefusedRequestException {
        Future<?> deadline = threads.after(settings.timeouts().handshake(), socket::close);
        try {
            socket.startTlsIfClientDoes(settings.tls().get());
            RequestHead head = RequestHead.read(socket.in(), settings.limits().headerBytes());
            Handshake.check(head);
            return head.request();
        } finally {
            deadline.cancel(false);
        }
    }

    private void open(UpgradeRequest request) throws IOException {
        Upgrade upgrade;
        try {
            upgrade = handler.upgrade(request);
        } catch (RuntimeException | Error bug) {
            respond(new HttpResponse(500, "The server failed: " + bug + "\n"));
            throw bug;
        }
        if (upgrade instanceof Upgrade.Accept accept) {
            accept(request, accept.listener());
        } else if (upgrade instanceof Upgrade.Refuse refuse) {
            respond(new HttpResponse(refuse.status(), refuse.body()));
        } else if (upgrade instanceof Upgrade.Reset) {
            socket.reset();
        } else {
            socket.discardInput();
        }
    }

    private void accept(UpgradeRequest request, WebSocketListener listener) throws IOException {
        try {
            socket.out().write(Handshake.response(request));
            socket.out().flush();
        } catch (IOException gone) {
            listener.closed(CloseStatus.ABNORMAL, "The client was gone before the upgrade.");
            throw gone;
        }
        Connection opened = new Connection(socket, threads, settings);
        connection = opened;
        opened.serve(listener);
    }

    private void respond(HttpResponse response) {
        Future<?> deadline = threads.after(settings.timeouts().close(), socket::close);
        try {
            socket.out().write(response.bytes());
            socket.out().flush();
            socket.endOutput();
            socket.discardInput();
        } catch (IOException gone) {
            // There is no client to read it.
        } finally {
            deadline.cancel(false);
        }
    }

    /** Ends it because the server closes. */
    void goAway() {
        Connection opened = connection;
        if (opened != null) {
            opened.goAway();
        } else {
            reset();
        }
    }

    /** Ends it at once, whatever it is doing. */
    void reset() {
        Connection opened = connection;
        if (opened != null) {
            opened.abort();
        }
        socket.reset();
        Thread serving = thread;
        if (serving != null) {
            serving.interrupt();
        }
    }
}
