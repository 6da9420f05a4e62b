package io.github.chimefake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A request as clients send it that send no invocation id: over a socket, so that nothing tries again by itself. Each attempt
 * has a date and a signature of its own; the signature has the right form only, as its key is unknown to the fake.
 */
record SocketRequest(String method, String target, Map<String, String> headers, String body) {
    static final String JAVASCRIPT_2 = "aws-sdk-nodejs/2.1693.0 linux/v20.20.2 promise";
    static final String CLI_2 = "aws-cli/2.9.19 Python/3.11.2 Linux/6.1.0 source/x86_64.debian.12 prompt/off";
    static final String GO_1 = "aws-sdk-go/1.55.8 (go1.22.1; linux; amd64)";

    private static final String ACCESS_KEY_ID = "x-test-access-key-id";
    private static final int LONGEST_WAIT_MILLIS = 30_000;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    SocketRequest {
        headers = Map.copyOf(headers);
    }

    static SocketRequest of(String userAgent, String method, String target, String body) {
        return new SocketRequest(method, target, Map.of("User-Agent", userAgent), body);
    }

    static SocketRequest describe(String userAgent, ChimeUser reader, ChimeChannel channel) {
        return of(userAgent, "GET", "/channels/" + label(channel), "").with("x-amz-chime-bearer", reader.arn());
    }

    static SocketRequest send(String userAgent, ChimeUser sender, ChimeChannel channel, String content) {
        return of(
                        userAgent,
                        "POST",
                        "/channels/" + label(channel) + "/messages",
                        "{\"Content\":\"" + content + "\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\","
                                + "\"ClientRequestToken\":\"" + UUID.randomUUID() + "\"}")
                .with("Content-Type", "application/json")
                .with("x-amz-chime-bearer", sender.arn());
    }

    private static String label(ChimeChannel channel) {
        return URLEncoder.encode(channel.arn(), UTF_8);
    }

    SocketRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new SocketRequest(method, target, more, body);
    }

    SocketRequest signedWith(String accessKeyId) {
        return with(ACCESS_KEY_ID, accessKeyId);
    }

    /** Sends the request once, and leaves the response to the caller, which closes the socket. */
    Socket sendTo(ChimeMessagingServer chime) throws IOException {
        return send(new Socket(chime.endpoint().getHost(), chime.endpoint().getPort()));
    }

    private Socket send(Socket socket) throws IOException {
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        socket.getOutputStream().write(bytes(socket));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends the request once; empty if the connection ends without a response. */
    Optional<Integer> statusFrom(ChimeMessagingServer chime) throws IOException {
        try (Socket socket =
                new Socket(chime.endpoint().getHost(), chime.endpoint().getPort())) {
            return statusFrom(socket);
        }
    }

    /** Sends the request once over a connection that ends with the response. */
    Optional<Integer> statusFrom(Socket socket) throws IOException {
        send(socket);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(received);
        } catch (SocketException reset) {
            return Optional.empty();
        }
        String response = received.toString(UTF_8);
        return response.startsWith("HTTP/1.1 ")
                ? Optional.of(Integer.parseInt(response.substring(9, 12)))
                : Optional.empty();
    }

    private byte[] bytes(Socket socket) {
        String timestamp = TIMESTAMP.format(Instant.now());
        StringBuilder text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> {
            if (!name.equals(ACCESS_KEY_ID)) {
                text.append(name).append(": ").append(value).append("\r\n");
            }
        });
        text.append("Host: 127.0.0.1:").append(socket.getPort()).append("\r\n");
        text.append("X-Amz-Date: ").append(timestamp).append("\r\n");
        text.append("Authorization: AWS4-HMAC-SHA256 Credential=")
                .append(headers.getOrDefault(ACCESS_KEY_ID, "AKIAUNKNOWN000000000"))
                .append('/')
                .append(timestamp, 0, 8)
                .append("/us-east-1/chime/aws4_request, SignedHeaders=host;x-amz-chime-bearer;x-amz-date, Signature=")
                .append(UUID.randomUUID().toString().replace("-", "").repeat(2))
                .append("\r\n");
        text.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
        return text.append("Connection: close\r\n\r\n").append(body).toString().getBytes(ISO_8859_1);
    }
}
