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
 * What SigV4 signs of a request.
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
    /** Characters that an SDK's header lines hardly exceed, so that they need not be copied while they grow. */
    private static final int USUAL_LENGTH = 256;

    /** The form in which most clients sign this request, and nearly always the only one. */
    static CanonicalRequest usual(HttpRequest call, Authorization.Complete authorization, String payloadHash) {
        return new CanonicalRequest(
                call.method(),
                PercentEncoding.encodePath(normalised(call.rawPath())),
                authorization.signedQuery().canonical(),
                headerLines(call, authorization.signedHeaders()),
                String.join(";", authorization.signedHeaders()),
                payloadHash);
    }

    /**
     * The other forms in which clients sign this request. A path with empty or dot segments is signed normalised by most SDKs,
     * as sent by the one for JavaScript 2. A presigned query is signed as sent by amazon-chime-sdk-js, whose encoding leaves
     * {@code !'()*} bare.
     *
     * @param usual this request in its {@linkplain #usual usual} form
     */
    static List<CanonicalRequest> alternatives(
            HttpRequest call, Authorization.Complete authorization, CanonicalRequest usual) {
        String pathAsSent = PercentEncoding.encodePath(call.rawPath());
        String queryAsSent =
                authorization.presigned() ? authorization.signedQuery().sortedAsSent() : usual.query();
        return Stream.of(
                        usual.withQuery(queryAsSent),
                        usual.withUri(pathAsSent),
                        usual.withUri(pathAsSent).withQuery(queryAsSent))
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

    /** Whether the signature that the request carries is the one that is made with this signing key. */
    boolean isSignedWith(byte[] signingKey, Authorization.Complete authorization) {
        return signature(signingKey, authorization.scope(), authorization.timestamp())
                .equals(authorization.signature());
    }

    /** The signature, in lower-case hexadecimal digits, of this request. */
    private String signature(byte[] signingKey, CredentialScope scope, String timestamp) {
        String request =
                method + "\n" + uri + "\n" + query + "\n" + headers + "\n" + signedHeaders + "\n" + payloadHash;
        String stringToSign = AuthorizationReader.ALGORITHM + "\n" + timestamp + "\n" + scope + "\n"
                + Sha256.hex(request.getBytes(UTF_8));
        return HexFormat.of().formatHex(Sha256.hmac(signingKey, stringToSign));
    }

    /** The path without empty and dot segments; a slash at its end stays. */
    private static String normalised(String rawPath) {
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
