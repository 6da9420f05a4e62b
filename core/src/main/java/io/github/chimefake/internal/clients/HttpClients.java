package io.github.chimefake.internal.clients;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;

/** The HTTP clients that all clients of a server share, each created on first use. */
public final class HttpClients implements AutoCloseable {
    private @Nullable SdkHttpClient sync;
    private @Nullable SdkAsyncHttpClient async;
    private boolean closed;

    /** Creates an instance for one server, without any HTTP client. */
    public HttpClients() {}

    synchronized SdkHttpClient sync() {
        requireOpen();
        if (sync == null) {
            SdkHttpService service =
                    HttpServiceLoader.find(SdkHttpService.class).orElseThrow(() -> missing("apache-client"));
            sync = new FutureHttpClient(service, HttpClients::inBackground);
        }
        return sync;
    }

    synchronized SdkAsyncHttpClient async() {
        requireOpen();
        if (async == null) {
            async = DirectHttpClients.async(
                    HttpServiceLoader.find(SdkAsyncHttpService.class).orElseThrow(() -> missing("netty-nio-client")));
        }
        return async;
    }

    /** Fails after the close, because a client created then would never be closed. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The fake is closed. Obtain clients before it is closed");
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-http-client");
        thread.setDaemon(true);
        thread.start();
    }

    private static IllegalStateException missing(String artifact) {
        return new IllegalStateException(
                "No HTTP client of the AWS SDK is on the class path." + " Add software.amazon.awssdk:" + artifact
                        + ", or build your own client with the endpoint chime.endpoint()");
    }

    /** Returns whether the HTTP client was closed, and requests are sent by another one. */
    synchronized boolean wasReplaced(Object client) {
        return client != sync && client != async;
    }

    /** Closes the HTTP clients, whose connections have ended. The next requests create others. */
    public synchronized void renew() {
        if (sync != null) {
            sync.close();
            sync = null;
        }
        if (async != null) {
            // Netty waits two seconds for further requests, so it is closed in the background.
            inBackground(async::close);
            async = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        renew();
    }
}
