package io.github.chimefake.internal.access.signature;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.http.Secrets;
import java.util.List;
import java.util.stream.Stream;

/** Explains why a signature does not match, as far as the secret and the request show it. */
final class SignatureMismatch {
    private SignatureMismatch() {}

    /** Returns the explanation. Tries the common mistakes; one that leads to the received signature is the cause. */
    static String explain(HttpRequest call, Complete authorization, CanonicalRequest expected, byte[] signingKey) {
        return mistakes(call, authorization, expected)
                .filter(mistake -> mistake.signed().isSignedWith(signingKey, authorization))
                .map(Mistake::explanation)
                .findFirst()
                .orElseGet(() -> unknownCause(call, authorization, expected));
    }

    private static Stream<Mistake> mistakes(HttpRequest call, Complete authorization, CanonicalRequest expected) {
        return Stream.of(
                        PathMistakes.of(call, expected),
                        queryMistakes(call, authorization, expected),
                        HeaderMistakes.of(call, authorization, expected),
                        otherMistakes(call, expected))
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> queryMistakes(HttpRequest call, Complete authorization, CanonicalRequest expected) {
        // The signature itself is not a part of the query that a presigned request signs.
        String sent = authorization.presigned() ? authorization.signedQuery().sortedAsSent() : call.rawQuery();
        return Stream.of(
                new Mistake(
                        "The query was signed as it was sent. Expected it decoded, percent-encoded anew and sorted by name: \""
                                + Secrets.removedFrom(expected.query()) + "\", signed was \""
                                + Secrets.removedFrom(sent) + "\".",
                        expected.withQuery(sent)),
                new Mistake(
                        "The query was not signed. Expected to be signed: \"" + Secrets.removedFrom(expected.query())
                                + "\".",
                        expected.withQuery("")));
    }

    private static Stream<Mistake> otherMistakes(HttpRequest call, CanonicalRequest expected) {
        return Stream.of(
                new Mistake(
                        "The Host header was signed without its port, but received as \""
                                + call.header(HeaderNames.HOST).orElse("")
                                + "\". Sign the host and port that the request is sent to, and make sure that no"
                                + " proxy rewrites the header.",
                        expected.withHeaders(expected.headers().replaceFirst("(?m)^(host:.*):\\d+$", "$1"))),
                new Mistake(
                        "The signature is that of an empty body, but " + call.body().length
                                + " bytes were received. Sign the body" + " that is sent.",
                        expected.withPayloadHash(Sha256.hex(new byte[0]))));
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
                + Secrets.removedFrom(expected.query()) + "\", headers [" + withoutCredentials(expected)
                + "], body with SHA-256 "
                + expected.payloadHash()
                + ". Give the client the credentials of this key, which caller.credentials() returns.";
    }

    private static String withoutCredentials(CanonicalRequest expected) {
        return expected.headers()
                .lines()
                .filter(line -> !Secrets.isName(line.substring(0, Math.max(0, line.indexOf(':')))))
                .collect(joining(", "));
    }
}
