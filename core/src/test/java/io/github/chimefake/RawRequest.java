package io.github.chimefake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request that no SDK would send. It is signed in form only, with a key that the fake does not know, of which it can check
 * no more than the form.
 */
final class RawRequest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Replaced by the names of the headers that must be signed. */
    private static final String SIGNED_HEADERS = "SIGNED_HEADERS";

    private final String method;
    private final String target;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = {};

    private RawRequest(String method, String target) {
        this.method = method;
        this.target = target;
    }

    /** A request for a path and query, given as they are to go over the wire. */
    static RawRequest of(String method, String target) {
        String timestamp = TIMESTAMP.format(Instant.now());
        return new RawRequest(method, target)
                .header("x-amz-date", timestamp)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN000000000/" + timestamp.substring(0, 8)
                                + "/us-east-1/chime/aws4_request, SignedHeaders=" + SIGNED_HEADERS + ", Signature="
                                + "0".repeat(64));
    }

    RawRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    RawRequest withoutHeader(String name) {
        headers.remove(name);
        return this;
    }

    RawRequest bearer(ChimeUser user) {
        return header("x-amz-chime-bearer", user.arn());
    }

    RawRequest body(String text) {
        return body(text.getBytes(UTF_8));
    }

    RawRequest body(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    HttpResponse<String> sendTo(ChimeMessagingServer chime) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(chime.endpoint() + target))
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> request.header(name, value.replace(SIGNED_HEADERS, signedHeaders())));
        return HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    private String signedHeaders() {
        return Stream.concat(Stream.of("host"), headers.keySet().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.equals("host") || name.startsWith("x-amz-"))
                .sorted()
                .collect(Collectors.joining(";"));
    }
}
