package io.github.chimefake.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSocket server whose n-th connection does what the n-th script says; the last script is that of all further ones. */
final class ScriptedServer implements AutoCloseable {
    interface Script {
        void run(Peer peer) throws IOException;
    }

    private final ServerSocket server;
    private final List<Script> scripts;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ScriptedServer(Script... scripts) {
        this.scripts = List.of(scripts);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            for (int number = 0; ; number++) {
                Socket socket = server.accept();
                sockets.add(socket);
                Script script = scripts.get(Math.min(number, scripts.size() - 1));
                daemon(() -> run(script, socket));
            }
        } catch (IOException e) {
            // The server is closed.
        }
    }

    private void run(Script script, Socket socket) {
        try (socket) {
            script.run(new Peer(socket));
        } catch (IOException e) {
            // The client has ended the connection.
        }
    }

    String endpoint() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Returns the heads of the requests. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection, from the server's side. */
    final class Peer {
        private final Socket socket;
        private final DataInputStream input;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        }

        String request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) input.readUnsignedByte());
            }
            requests.add(head.toString());
            return head.toString();
        }

        Peer upgrade() throws IOException {
            String head = request();
            String key = head.replaceFirst("(?s).*Sec-WebSocket-Key: (\\S+).*", "$1");
            return send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n");
        }

        Peer establish() throws IOException {
            return upgrade().event("SESSION_ESTABLISHED");
        }

        Peer event(String type) throws IOException {
            return text("{\"Headers\":{\"x-amz-chime-event-type\":\"" + type
                    + "\",\"x-amz-chime-message-type\":\"SYSTEM\"}}");
        }

        Peer text(String text) throws IOException {
            return frame(0x81, text.getBytes(UTF_8));
        }

        Peer close(int code, String reason) throws IOException {
            ByteArrayOutputStream payload = new ByteArrayOutputStream();
            payload.write(code >> 8);
            payload.write(code);
            payload.write(reason.getBytes(UTF_8));
            frame(0x88, payload.toByteArray());
            frame();
            return this;
        }

        Peer frame(int first, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(first);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            frame.write(payload);
            return bytes(frame.toByteArray());
        }

        Peer send(String text) throws IOException {
            return bytes(text.getBytes(ISO_8859_1));
        }

        Peer bytes(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            return this;
        }

        /** Reads a frame of the client, and returns its opcode and payload, for example {@code 8 03e8}. */
        String frame() throws IOException {
            int opcode = input.readUnsignedByte() & 0x0F;
            int length = input.readUnsignedByte() & 0x7F;
            byte[] mask = input.readNBytes(4);
            byte[] payload = input.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return opcode + " " + java.util.HexFormat.of().formatHex(payload);
        }

        /** Answers the client's close frame when it comes. */
        void closeWithClient() throws IOException {
            String frame = frame();
            frame(0x88, java.util.HexFormat.of().parseHex(frame.substring(2)));
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
        }

        /** Returns whether the client neither sends anything nor ends the connection for so long. */
        boolean isSilentFor(Duration duration) throws IOException {
            socket.setSoTimeout(Math.toIntExact(duration.toMillis()));
            try {
                input.mark(1);
                if (input.read() >= 0) {
                    input.reset();
                }
                return false;
            } catch (SocketTimeoutException silent) {
                return true;
            } finally {
                socket.setSoTimeout(0);
            }
        }

        /** Waits until the client has ended the connection. */
        void hang() throws IOException {
            while (input.read() >= 0) {
                // What the client sends does not matter.
            }
        }

        private String accept(String key) {
            try {
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1")
                                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
