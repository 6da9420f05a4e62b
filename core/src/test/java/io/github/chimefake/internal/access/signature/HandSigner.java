package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests by the specification of Signature Version 4 in the manner of any client: which headers it signs, how it
 * encodes what it sends. Shares no code with the verifier.
 */
final class HandSigner {
    static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");

    private final String method;
    private final List<String> pathSegments;
    private final TreeMap<String, String> query = new TreeMap<>();
    private final TreeMap<String, String> signedHeaders = new TreeMap<>();
    private final List<Header> unsignedHeaders = new ArrayList<>();
    private byte[] body = {};
    private String timestamp = "20261122T102030Z";
    private String scope = "20261122/us-east-1/chime/aws4_request";
    private String payloadHash = "";
    private boolean formEncodesQuery;
    private boolean encodesPathOnce;
    private boolean signsPort = true;
    private boolean signsWhiteSpaceAsItIs;

    private HandSigner(String method, String... pathSegments) {
        this.method = method;
        this.pathSegments = List.of(pathSegments);
        header("Host", "localhost:8080");
        header("X-Amz-Date", timestamp);
    }

    /** A request whose path has these segments, given without any encoding. */
    static HandSigner request(String method, String... pathSegments) {
        return new HandSigner(method, pathSegments);
    }

    HandSigner query(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** Sends the query as an HTML form would, but signs it as RFC 3986 has it. */
    HandSigner formEncodingQuery() {
        formEncodesQuery = true;
        return this;
    }

    HandSigner header(String name, String value) {
        signedHeaders.put(name, value);
        return this;
    }

    HandSigner unsignedHeader(String name, String value) {
        signedHeaders.keySet().removeIf(name::equalsIgnoreCase);
        unsignedHeaders.add(new Header(name, value));
        return this;
    }

    HandSigner body(String json) {
        body = json.getBytes(UTF_8);
        return this;
    }

    HandSigner payloadHashHeader() {
        return header("X-Amz-Content-Sha256", hex(sha256(body)));
    }

    /** Signs something else in place of the body's hash. */
    HandSigner payloadHash(String hash) {
        payloadHash = hash;
        return this;
    }

    HandSigner at(String newTimestamp) {
        timestamp = newTimestamp;
        return header("X-Amz-Date", newTimestamp);
    }

    HandSigner scope(String newScope) {
        scope = newScope;
        return this;
    }

    HandSigner encodingPathOnce() {
        encodesPathOnce = true;
        return this;
    }

    HandSigner signingHostWithoutPort() {
        signsPort = false;
        return this;
    }

    HandSigner signingWhiteSpaceAsItIs() {
        signsWhiteSpaceAsItIs = true;
        return this;
    }

    HttpRequest sign(String accessKeyId, String secret) {
        String signature = signature(secret, signedNames(), rfc3986Query());
        List<Header> headers = new ArrayList<>(unsignedHeaders);
        signedHeaders.forEach((name, value) -> headers.add(new Header(name, value)));
        headers.add(new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + accessKeyId + "/" + scope + ", SignedHeaders=" + signedNames()
                        + ", Signature=" + signature));
        String sentQuery = formEncodesQuery
                ? query.entrySet().stream()
                        .map(each -> form(each.getKey()) + "=" + form(each.getValue()))
                        .collect(joining("&"))
                : rfc3986Query();
        return call(sentQuery, headers);
    }

    /** As amazon-chime-sdk-js presigns: only the host is signed, and everything else stands in the query. */
    HttpRequest presign(String accessKeyId, String secret, int expiresInSeconds) {
        signedHeaders.keySet().removeIf(name -> !name.equals("Host"));
        query.putAll(Map.of(
                "X-Amz-Algorithm",
                "AWS4-HMAC-SHA256",
                "X-Amz-Credential",
                accessKeyId + "/" + scope,
                "X-Amz-Date",
                timestamp,
                "X-Amz-Expires",
                String.valueOf(expiresInSeconds),
                "X-Amz-SignedHeaders",
                "host"));
        String barely = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + encodeUriComponent(each.getValue()))
                .collect(joining("&"));
        String signature = signature(secret, "host", barely);
        return call(barely + "&X-Amz-Signature=" + signature, List.of(new Header("Host", signedHeaders.get("Host"))));
    }

    private HttpRequest call(String sentQuery, List<Header> headers) {
        return new HttpRequest(method, path() + (sentQuery.isEmpty() ? "" : "?" + sentQuery), headers, body, NOW);
    }

    private String signature(String secret, String signedNames, String canonicalQuery) {
        String headerLines = Stream.of(signedNames.split(";", -1))
                .map(name -> name + ":" + canonicalValue(name) + "\n")
                .collect(joining());
        String path = encodesPathOnce ? path() : rfc3986(path()).replace("%2F", "/");
        String hash = payloadHash.isEmpty() ? hex(sha256(body)) : payloadHash;
        String canonicalRequest =
                method + "\n" + path + "\n" + canonicalQuery + "\n" + headerLines + "\n" + signedNames + "\n" + hash;
        String stringToSign =
                "AWS4-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + hex(sha256(canonicalRequest.getBytes(UTF_8)));
        byte[] key = ("AWS4" + secret).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return hex(hmac(key, stringToSign));
    }

    private String signedNames() {
        return signedHeaders.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .sorted()
                .collect(joining(";"));
    }

    private String canonicalValue(String lowerCaseName) {
        String value = signedHeaders.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(lowerCaseName))
                .map(Map.Entry::getValue)
                .collect(joining());
        if (!signsWhiteSpaceAsItIs) {
            value = value.trim().replaceAll(" +", " ");
        }
        return lowerCaseName.equals("host") && !signsPort ? value.split(":", 2)[0] : value;
    }

    private String path() {
        return pathSegments.stream().map(segment -> "/" + rfc3986(segment)).collect(joining());
    }

    private String rfc3986Query() {
        return query.entrySet().stream()
                .map(each -> rfc3986(each.getKey()) + "=" + rfc3986(each.getValue()))
                .collect(joining("&"));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String rfc3986(String text) {
        return form(text).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static String encodeUriComponent(String text) {
        return rfc3986(text)
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%2A", "*");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (byte each : bytes) {
            digits.append(String.format("%02x", each));
        }
        return digits.toString();
    }
}
