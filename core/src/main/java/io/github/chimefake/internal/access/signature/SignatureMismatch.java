package io.github.chimefake.internal.access.signature;

import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.HeaderNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains why a signature does not match, as far as the secret and the request show it. */
final class SignatureMismatch {
    private SignatureMismatch() {}

    /** Returns the explanation. Tries the common mistakes; one that leads to the received signature is the cause. */
    static String explain(HttpRequest call, Complete authorization, CanonicalRequest expected, byte[] signingKey) {
        return mistakes(call, expected).entrySet().stream()
                .filter(mistake -> mistake.getValue().isSignedWith(signingKey, authorization))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> unknownCause(call, authorization, expected));
    }

    private static Map<String, CanonicalRequest> mistakes(HttpRequest call, CanonicalRequest expected) {
        Map<String, CanonicalRequest> mistakes = new LinkedHashMap<>();
        mistakes.put(
                "The path was signed as it was sent. Every service but S3 wants it percent-encoded once more: expected "
                        + expected.uri() + ", signed was " + call.rawPath() + ". Use a signer that encodes twice.",
                expected.withUri(call.rawPath()));
        mistakes.put(
                "The Host header was signed without its port, but received as \""
                        + call.header(HeaderNames.HOST).orElse("")
                        + "\". Sign the host and port that the request is sent to; does a proxy rewrite it?",
                expected.withHeaders(expected.headers().replaceFirst("(?m)^(host:.*):\\d+$", "$1")));
        mistakes.put(
                "The signature is that of an empty body, but " + call.body().length
                        + " bytes were received. Sign the body" + " that is sent.",
                expected.withPayloadHash(Sha256.hex(new byte[0])));
        return mistakes;
    }

    private static String unknownCause(HttpRequest call, Complete authorization, CanonicalRequest expected) {
        List<String> absent = authorization.signedHeaders().stream()
                .filter(name -> call.headerValues(name).isEmpty())
                .toList();
        return "The request names the registered access key " + authorization.accessKeyId()
                + ", but is not signed with its secret; or it was changed after signing: method, path, query, body, or one of"
                + " the signed headers " + authorization.signedHeaders() + "."
                + (absent.isEmpty() ? "" : " Signed but not received: " + absent + ".")
                + " Expected to be signed: method " + expected.method() + ", path " + expected.uri() + ", query \""
                + expected.query() + "\", host \""
                + call.header(HeaderNames.HOST).orElse("") + "\", body with SHA-256 "
                + expected.payloadHash()
                + ". Give the client the credentials that the fake gave out for this key (caller.credentials()).";
    }
}
