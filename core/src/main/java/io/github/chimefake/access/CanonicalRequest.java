package io.github.chimefake.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.call.HttpCall;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /**
     * The forms in which clients sign this request, the usual one first; nearly always there is only that one. A path with
     * empty or dot segments is signed normalised by most SDKs, as sent by the one for JavaScript 2. A presigned query is
     * signed as sent by amazon-chime-sdk-js, whose encoding leaves {@code !'()*} bare.
     */
    static List<CanonicalRequest> candidates(HttpCall call, Authorization.Complete authorization, String payloadHash) {
        Set<String> paths = new LinkedHashSet<>(List.of(normalised(call.rawPath())));
        paths.add(call.rawPath());
        Set<String> queries = new LinkedHashSet<>();
        RawQuery query = RawQuery.parse(call.rawQuery());
        if (authorization.presigned()) {
            RawQuery signed = query.without(Authorization.SIGNATURE_PARAMETER);
            queries.add(signed.canonical());
            queries.add(signed.sortedAsSent());
        } else {
            queries.add(query.canonical());
        }
        String headers = authorization.signedHeaders().stream()
                .map(name -> name + ":" + canonicalValue(call.headerValues(name)) + "\n")
                .collect(Collectors.joining());
        String signedHeaders = String.join(";", authorization.signedHeaders());
        return paths.stream()
                .map(PercentEncoding::encodePathAgain)
                .flatMap(path -> queries.stream()
                        .map(each ->
                                new CanonicalRequest(call.method(), path, each, headers, signedHeaders, payloadHash)))
                .toList();
    }

    CanonicalRequest withUri(String other) {
        return new CanonicalRequest(method, other, query, headers, signedHeaders, payloadHash);
    }

    CanonicalRequest withHeaders(String other) {
        return new CanonicalRequest(method, uri, query, other, signedHeaders, payloadHash);
    }

    CanonicalRequest withPayloadHash(String other) {
        return new CanonicalRequest(method, uri, query, headers, signedHeaders, other);
    }

    /** Whether the signature that the request carries is the one that is made with this signing key. */
    boolean isSignedWith(byte[] signingKey, Authorization.Complete authorization) {
        String expected = signature(signingKey, authorization.scope(), authorization.timestamp());
        return MessageDigest.isEqual(
                expected.getBytes(UTF_8), authorization.signature().getBytes(UTF_8));
    }

    /** The signature, in lower-case hexadecimal digits, of this request. */
    private String signature(byte[] signingKey, CredentialScope scope, String timestamp) {
        String request = String.join("\n", method, uri, query, headers, signedHeaders, payloadHash);
        String stringToSign = String.join(
                "\n", Authorization.ALGORITHM, timestamp, scope.toString(), Sha256.hex(request.getBytes(UTF_8)));
        return HexFormat.of().formatHex(Sha256.hmac(signingKey, stringToSign));
    }

    /** The path without empty and dot segments; a slash at its end stays. */
    private static String normalised(String rawPath) {
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

    private static String canonicalValue(Collection<String> values) {
        return values.stream()
                .map(value -> isCanonical(value)
                        ? value
                        : WHITE_SPACE.matcher(decoded(value).strip()).replaceAll(" "))
                .collect(Collectors.joining(","));
    }

    /** Whether nothing is to be done about it, as with nearly all values: plain ASCII without any white space. */
    private static boolean isCanonical(String value) {
        return value.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    /**
     * The value as its sender meant it. Servers read a header's bytes as Latin-1, while some clients write UTF-8 (Python,
     * Java over {@code HttpURLConnection}) and others Latin-1; all of them sign the characters as UTF-8.
     */
    private static String decoded(String value) {
        if (value.chars().allMatch(character -> character < 0x80)
                || !ISO_8859_1.newEncoder().canEncode(value)) {
            return value; // It reads alike in both, or the server has read UTF-8 already.
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }
}
