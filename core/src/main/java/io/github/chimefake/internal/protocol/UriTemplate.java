package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.http.QueryString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The method and URI of an operation, taken apart.
 *
 * @param operation whose they are
 * @param segments what stands between the slashes of the path
 * @param literalQuery the parameters that belong to the operation's name rather than to its input
 */
record UriTemplate(Operation operation, List<Segment> segments, Set<QueryString.Parameter> literalQuery) {

    /** What stands between two slashes: a fixed text, or a label for which the request has a value. */
    record Segment(String text, boolean isLabel) {
        private static Segment of(String template) {
            boolean label = template.startsWith("{");
            return new Segment(label ? template.substring(1, template.length() - 1) : template, label);
        }

        boolean fits(String received) {
            return isLabel || text.equals(received);
        }
    }

    static UriTemplate of(Operation operation) {
        String[] pathAndQuery = operation.uriTemplate().split("\\?", 2);
        List<Segment> segments =
                Stream.of(pathAndQuery[0].split("/", -1)).map(Segment::of).toList();
        Set<QueryString.Parameter> literalQuery = Stream.of(pathAndQuery)
                .skip(1)
                .flatMap(query -> Stream.of(query.split("&")))
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> new QueryString.Parameter(pair[0], pair[1]))
                .collect(Collectors.toUnmodifiableSet());
        return new UriTemplate(operation, segments, literalQuery);
    }

    boolean hasMethod(String method) {
        return operation.httpMethod().name().equals(method);
    }

    /** Whether a path and a query are those of the operation. */
    boolean fits(List<String> received, Set<QueryString.Parameter> receivedLiterals) {
        if (received.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < received.size(); i++) {
            if (!segments.get(i).fits(received.get(i))) {
                return false;
            }
        }
        return literalQuery.equals(receivedLiterals);
    }

    /** The values of the labels in a path that fits. */
    Map<String, String> labels(List<String> received) {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).isLabel()) {
                labels.put(segments.get(i).text(), received.get(i));
            }
        }
        return labels;
    }

    /** For messages: {@code SendChannelMessage, POST /channels/{channelArn}/messages}. */
    @Override
    public String toString() {
        return operation + ", " + operation.httpMethod() + " " + operation.uriTemplate();
    }
}
