package io.github.chimefake.surroundings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that no call may reach: it keeps the beginning of what it was sent, and closes the connection. */
final class TrapServer implements AutoCloseable {
    private static final int BYTES_KEPT = 120;

    private final ServerSocket server;
    private final List<String> received = new CopyOnWriteArrayList<>();

    TrapServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "trap");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> received() {
        return received;
    }

    private void accept() {
        while (true) {
            try (Socket socket = server.accept()) {
                byte[] bytes = new byte[BYTES_KEPT];
                int length = Math.max(0, socket.getInputStream().read(bytes));
                received.add(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
