package io.github.chimefake.internal.access.signature;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes in the encoding of the path, and paths that something encoded or decoded on the way. */
final class PathMistakes {
    private PathMistakes() {}

    static Stream<Mistake> of(HttpRequest call, CanonicalRequest expected) {
        String received = call.rawPath();
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "The path was signed as it was sent. Every service except S3 requires it percent-encoded once more: expected "
                        + expected.uri() + ", signed was " + received + ". Encode the path twice before signing it.",
                expected.withUri(received)));
        try {
            String decoded = mapped(received, PercentEncoding::decodeSegment);
            String encoded =
                    mapped(received, segment -> PercentEncoding.encode(PercentEncoding.decodeSegment(segment)));
            mistakes.add(mistake(expected, decoded, "without any percent-encoding"));
            mistakes.add(mistake(expected, encoded, "percent-encoded once"));
            mistakes.add(mistake(
                    expected,
                    PercentEncoding.encodePath(encoded),
                    "in another encoding than it was received, as " + encoded));
        } catch (BrokenEscapeException e) {
            // A path that cannot be decoded was not encoded or decoded on the way either.
        }
        return mistakes.stream().filter(mistake -> !mistake.signed().equals(expected));
    }

    private static Mistake mistake(CanonicalRequest expected, String signed, String how) {
        return new Mistake(
                "The path was signed " + how + "; " + difference(expected.uri(), signed)
                        + " Sign the path exactly as it is sent, percent-encoded once more, and make sure that no"
                        + " proxy encodes or decodes it.",
                expected.withUri(signed));
    }

    private static String difference(String expected, String signed) {
        String[] expectedSegments = expected.split("/", -1);
        String[] signedSegments = signed.split("/", -1);
        for (int i = 0; i < expectedSegments.length; i++) {
            String other = i < signedSegments.length ? signedSegments[i] : "";
            if (!expectedSegments[i].equals(other)) {
                return "expected to be signed for its segment " + i + ": \"" + expectedSegments[i] + "\", signed was \""
                        + other + "\".";
            }
        }
        return "expected to be signed: " + expected + ".";
    }

    private interface Segment {
        String map(String raw) throws BrokenEscapeException;
    }

    private static String mapped(String path, Segment segment) throws BrokenEscapeException {
        List<String> segments = new ArrayList<>();
        for (String raw : path.split("/", -1)) {
            segments.add(segment.map(raw));
        }
        return String.join("/", segments);
    }
}
