package io.github.chimefake.session.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The request that opens a WebSocket connection, and the check of its response. */
final class Handshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LONGEST_HEAD = 16_384;
    private static final int LONGEST_BODY = 500;

    private final URI url;
    private final String key;

    Handshake(URI url, byte[] key) {
        this.url = url;
        this.key = Base64.getEncoder().encodeToString(key);
    }

    String request() {
        return "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\n"
                + "Host: " + url.getRawAuthority() + "\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Key: " + key + "\r\n"
                + "Sec-WebSocket-Version: 13\r\n"
                + "User-Agent: chime-messaging-fake-session\r\n\r\n";
    }

    /**
     * Reads the head of the response.
     *
     * @throws IOException if the server does not accept the upgrade
     */
    void readResponse(InputStream input) throws IOException {
        List<String> lines = head(input);
        String[] status = lines.get(0).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].equals("101")) {
            throw new IOException("The server responded to the upgrade with \"" + lines.get(0)
                    + "\" instead of status 101" + body(lines, input));
        }
        if (!accept().equals(header(lines, "Sec-WebSocket-Accept"))) {
            throw new IOException("The server's Sec-WebSocket-Accept is \"" + header(lines, "Sec-WebSocket-Accept")
                    + "\" instead of \"" + accept() + "\", so it did not read this upgrade");
        }
        if (!header(lines, "Sec-WebSocket-Extensions").isEmpty()
                || !header(lines, "Sec-WebSocket-Protocol").isEmpty()) {
            throw new IOException("The server chose an extension or a subprotocol, and the client offered none");
        }
    }

    private String accept() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> head(InputStream input) throws IOException {
        List<String> lines = new ArrayList<>();
        int length = 0;
        while (true) {
            String line = line(input);
            length += line.length();
            if (length > LONGEST_HEAD) {
                throw new IOException("The head of the server's response is longer than " + LONGEST_HEAD + " bytes");
            }
            if (line.isEmpty() && !lines.isEmpty()) {
                return lines;
            }
            lines.add(line);
        }
    }

    private static String line(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int octet;
        while ((octet = input.read()) != '\n') {
            if (octet < 0) {
                throw new EOFException("The server ended the connection before it had responded to the upgrade");
            }
            if (line.size() > LONGEST_HEAD) {
                throw new IOException("The server's response has a line longer than " + LONGEST_HEAD + " bytes");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(ISO_8859_1);
    }

    private static String header(List<String> lines, String name) {
        return lines.stream()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElse("");
    }

    /** Returns what the server says about its error, if it says how long that is. */
    private static String body(List<String> lines, InputStream input) throws IOException {
        String length = header(lines, "Content-Length");
        if (!length.matches("[1-9]\\d{0,8}")) {
            return "";
        }
        int read = Math.min(Integer.parseInt(length), LONGEST_BODY);
        return ": " + new String(input.readNBytes(read), ISO_8859_1);
    }
}
