package io.github.chimefake.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * A request that a caller signed with Signature Version 4, as an SDK would, so that signing costs the same for each
 * server.
 */
final class SignedRequest {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-chime-bearer;x-amz-date";

    private final String method;
    private final String target;
    private final byte[] body;
    private final List<Header> headers;

    private SignedRequest(String method, String target, byte[] body, List<Header> headers) {
        this.method = method;
        this.target = target;
        this.body = body;
        this.headers = headers;
    }

    /**
     * Signs a request.
     *
     * @param caller whose keys, which the fake need not know: of such a request it can check the form only
     * @param query sorted and encoded, as it is sent
     */
    static SignedRequest of(
            AwsCredentials caller,
            String authority,
            String method,
            String path,
            String query,
            String bearer,
            String json) {
        byte[] body = json.getBytes(UTF_8);
        String timestamp = TIMESTAMP.format(Instant.now());
        String scope = timestamp.substring(0, 8) + "/us-east-1/chime/aws4_request";
        String canonical = String.join(
                "\n",
                method,
                path.replace("%", "%25"), // Every service but S3 has the path encoded once more.
                query,
                "host:" + authority,
                "x-amz-chime-bearer:" + bearer,
                "x-amz-date:" + timestamp,
                "",
                SIGNED,
                hex(sha256(body)));
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", timestamp, scope, hex(sha256(canonical.getBytes(UTF_8))));
        byte[] key = ("AWS4" + caller.secretAccessKey()).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Host", authority));
        headers.add(new Header("Content-Type", "application/json"));
        headers.add(new Header("x-amz-chime-bearer", bearer));
        headers.add(new Header("X-Amz-Date", timestamp));
        headers.add(new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + caller.accessKeyId() + "/" + scope + ", SignedHeaders=" + SIGNED
                        + ", Signature=" + hex(hmac(key, toSign))));
        return new SignedRequest(method, query.isEmpty() ? path : path + "?" + query, body, headers);
    }

    /** A message of this user to the channel. */
    static SignedRequest send(AwsCredentials caller, String authority, String channelArn, String bearer, String token) {
        String json = "{\"Content\":\"" + (token + " ".repeat(100)).substring(0, 99)
                + ".\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\",\"ClientRequestToken\":\"" + token + "\"}";
        return of(caller, authority, "POST", channelPath(channelArn) + "/messages", "", bearer, json);
    }

    static String channelPath(String channelArn) {
        return "/channels/" + URLEncoder.encode(channelArn, UTF_8);
    }

    /** As the gateway sees it. */
    HttpRequest toCall() {
        return new HttpRequest(method, target, headers, body, Instant.now());
    }

    /** The same request with another token in its place, whose signature is thus wrong: for a caller whose keys are not registered. */
    HttpRequest toCall(String token, String otherToken) {
        byte[] otherBody = new String(body, UTF_8).replace(token, otherToken).getBytes(UTF_8);
        return new HttpRequest(method, target, headers, otherBody, Instant.now());
    }

    /** As it goes over the wire. */
    byte[] toBytes() {
        String head = method + " " + target + " HTTP/1.1\r\n"
                + headers.stream()
                        .map(header -> header.name() + ": " + header.value() + "\r\n")
                        .collect(Collectors.joining())
                + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(UTF_8);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
