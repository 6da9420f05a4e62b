package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.CredentialScope;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.PercentEncoding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The canonical request of SigV4, which is what a client signs.
 *
 * @param method the HTTP method
 * @param uri the path, percent-encoded twice
 * @param query the query, sorted
 * @param headers one {@code name:value} line for each signed header
 * @param signedHeaders their names, separated by semicolons
 * @param payloadHash SHA-256 of the body in hexadecimal digits, or {@code UNSIGNED-PAYLOAD}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
record CanonicalRequest(
        String method, String uri, String query, String headers, String signedHeaders, String payloadHash) {
    /**
     * The initial capacity for header lines. Those of an SDK are rarely longer, so that they are not copied while they
     * grow.
     */
    private static final int USUAL_LENGTH = 512;

    /** Returns the form that most clients sign, which is nearly always the only one. */
    static CanonicalRequest usual(HttpRequest call, Authorization.Complete authorization, String payloadHash) {
        return new CanonicalRequest(
                call.method(),
                PercentEncoding.encodePath(normalized(call.rawPath())),
                authorization.signedQuery().canonical(),
                headerLines(call, authorization.signedHeaders()),
                String.join(";", authorization.signedHeaders()),
                payloadHash);
    }

    /**
     * Returns the other forms that clients sign. Most SDKs normalize a path with empty or dot segments before they sign
     * it; the SDK for JavaScript 2 signs it as sent. A presigned query is signed as sent by amazon-chime-sdk-js, whose
     * encoding leaves {@code !'()*} bare; any other encoding that is not canonical is a mistake of the client. Jetty changes {@code charset=utf-8} of a content type to upper case, so it may have been signed in
     * lower case.
     *
     * @param usual this request in its {@linkplain #usual usual} form
     */
    static List<CanonicalRequest> alternatives(
            HttpRequest call, Authorization.Complete authorization, CanonicalRequest usual) {
        String pathAsSent = PercentEncoding.encodePath(call.rawPath());
        boolean ofJavaScript =
                authorization.presigned() && authorization.signedQuery().isEncodedAsByJavaScript();
        String queryAsSent = ofJavaScript ? authorization.signedQuery().sortedAsSent() : usual.query();
        return Stream.of(
                        usual.withQuery(queryAsSent),
                        usual.withUri(pathAsSent),
                        usual.withUri(pathAsSent).withQuery(queryAsSent),
                        usual.withHeaders(usual.headers().replace("charset=UTF-8\n", "charset=utf-8\n")))
                .filter(form -> !form.equals(usual))
                .distinct()
                .toList();
    }

    CanonicalRequest withUri(String other) {
        return new CanonicalRequest(method, other, query, headers, signedHeaders, payloadHash);
    }

    CanonicalRequest withQuery(String other) {
        return new CanonicalRequest(method, uri, other, headers, signedHeaders, payloadHash);
    }

    CanonicalRequest withHeaders(String other) {
        return new CanonicalRequest(method, uri, query, other, signedHeaders, payloadHash);
    }

    CanonicalRequest withPayloadHash(String other) {
        return new CanonicalRequest(method, uri, query, headers, signedHeaders, other);
    }

    /** Returns whether the request was signed with this key. */
    boolean isSignedWith(byte[] signingKey, Authorization.Complete authorization) {
        return signature(signingKey, authorization.scope(), authorization.timestamp())
                .equals(authorization.signature());
    }

    /** Returns the signature in lower-case hexadecimal digits. */
    private String signature(byte[] signingKey, CredentialScope scope, String timestamp) {
        String request = String.join("\n", method, uri, query, headers, signedHeaders, payloadHash);
        String stringToSign = String.join(
                "\n", AuthorizationReader.ALGORITHM, timestamp, scope.toString(), Sha256.hex(request.getBytes(UTF_8)));
        return HexFormat.of().formatHex(Sha256.hmac(signingKey, stringToSign));
    }

    /** Returns the path without empty and dot segments. A slash at the end is kept. */
    private static String normalized(String rawPath) {
        if (rawPath.startsWith("/") && !rawPath.contains("//") && !rawPath.contains("/.")) {
            return rawPath;
        }
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : rawPath.split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String path = "/" + String.join("/", kept);
        return rawPath.endsWith("/") && !kept.isEmpty() ? path + "/" : path;
    }

    private static String headerLines(HttpRequest call, List<String> names) {
        StringBuilder lines = new StringBuilder(USUAL_LENGTH);
        for (String name : names) {
            lines.append(name).append(':');
            String separator = "";
            for (HttpRequest.Header header : call.headers()) {
                if (header.name().equalsIgnoreCase(name)) {
                    lines.append(separator).append(SignedHeaderValue.of(header.value()));
                    separator = ",";
                }
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
