package io.github.chimefake.internal.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What RFC 6455 says of the request that opens a connection, and the response to it. */
final class Handshake {
    private static final String SUFFIX_OF_KEY = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    private static final String VERSION = "13";
    private static final String VERSION_HEADER = "Sec-WebSocket-Version";
    private static final String PURPOSE =
            "This port serves WebSocket connections (ws://) of Amazon Chime SDK messaging sessions. ";

    private Handshake() {}

    /** Throws the response to a request that opens no connection. */
    static void check(RequestHead head) throws RefusedRequestException {
        UpgradeRequest request = head.request();
        if (!tokens(request, "upgrade").contains("websocket")) {
            throw new RefusedRequestException(new HttpResponse(
                    426,
                    Map.of("Upgrade", "websocket", "Connection", "Upgrade, close", VERSION_HEADER, VERSION),
                    PURPOSE + "The request has no header \"Upgrade: websocket\". Connect with a WebSocket client;"
                            + " requests of the AWS SDKs go to the endpoint of the fake.\n"));
        }
        if (!head.method().equals("GET")) {
            throw new RefusedRequestException(new HttpResponse(
                    405, Map.of("Allow", "GET"), PURPOSE + "The method is " + head.method() + ". Use GET.\n"));
        }
        require(head.version().equals("1.1"), "The request is HTTP/" + head.version() + ". Use HTTP/1.1.");
        require(values(request, "host").size() == 1, "The request needs exactly one header Host.");
        require(
                tokens(request, "connection").contains("upgrade"),
                "The request has no header \"Connection: Upgrade\".");
        require(!hasBody(request), "The request has a body. A request that opens a connection has none.");
        if (!values(request, VERSION_HEADER).equals(List.of(VERSION))) {
            throw new RefusedRequestException(new HttpResponse(
                    426,
                    Map.of("Upgrade", "websocket", "Connection", "Upgrade, close", VERSION_HEADER, VERSION),
                    PURPOSE + "The header " + VERSION_HEADER + " is "
                            + request.header(VERSION_HEADER).orElse("missing") + ". Send " + VERSION + ".\n"));
        }
        require(
                values(request, "sec-websocket-key").size() == 1 && isKey(key(request)),
                "The header Sec-WebSocket-Key must be there once, with 16 bytes in Base64.");
    }

    private static void require(boolean condition, String otherwise) throws RefusedRequestException {
        if (!condition) {
            throw new RefusedRequestException(new HttpResponse(400, PURPOSE + otherwise + "\n"));
        }
    }

    private static boolean hasBody(UpgradeRequest request) {
        return !values(request, "transfer-encoding").isEmpty()
                || values(request, "content-length").stream().anyMatch(length -> !length.equals("0"));
    }

    private static List<String> values(UpgradeRequest request, String name) {
        return request.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Returns the elements of a header that is a list, in lower case. */
    private static List<String> tokens(UpgradeRequest request, String name) {
        return values(request, name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(token -> token.trim().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String key(UpgradeRequest request) {
        return request.header("sec-websocket-key").orElse("");
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Returns the response that opens the connection. It accepts no extension and no protocol. */
    static byte[] response(UpgradeRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put("Sec-WebSocket-Accept", accept(key(request)));
        return HttpResponse.head(101, headers);
    }

    static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + SUFFIX_OF_KEY).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1.", e);
        }
    }
}
