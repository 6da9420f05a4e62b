package io.github.chimefake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Sends requests that HTTP clients refuse to send, byte for byte, to a port on loopback. */
final class PlainSocket {
    private static final int TIMEOUT_MILLIS = 30_000;

    private PlainSocket() {}

    /** A response as it came. */
    record Response(String head, String body) {
        int status() {
            return Integer.parseInt(head.split(" ", 3)[1]);
        }
    }

    /**
     * Sends a request and returns the response to it.
     *
     * @param lines the request line and the headers
     */
    static Response send(int port, List<String> lines, String body) throws IOException {
        try (Socket socket = connect(port)) {
            return send(socket, lines, body);
        }
    }

    /** Sends a request over a connection, after which nothing more is sent, whatever the request announces. */
    static Response sendAndEnd(Socket socket, List<String> lines, String body) throws IOException {
        write(socket, lines, body);
        socket.shutdownOutput();
        return read(socket.getInputStream());
    }

    /** Sends requests without bodies over one connection, each after the response to the one before it, and returns all responses. */
    static List<Response> sendAll(int port, List<List<String>> requests) throws IOException {
        List<Response> responses = new ArrayList<>();
        try (Socket socket = connect(port)) {
            for (List<String> lines : requests) {
                responses.add(send(socket, lines, ""));
            }
        }
        return responses;
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    static Response send(Socket socket, List<String> lines, String body) throws IOException {
        write(socket, lines, body);
        return read(socket.getInputStream());
    }

    private static void write(Socket socket, List<String> lines, String body) throws IOException {
        socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n" + body).getBytes(ISO_8859_1));
    }

    private static Response read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection was closed after: " + text);
            }
            head.write(next);
            text = head.toString(ISO_8859_1);
        }
        boolean endsWithConnection = text.contains("Connection: close");
        return new Response(text, endsWithConnection ? new String(in.readAllBytes(), ISO_8859_1) : "");
    }
}
