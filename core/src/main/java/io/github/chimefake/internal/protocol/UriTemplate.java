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
 * The parsed URI template of an operation.
 *
 * @param operation the operation
 * @param segments the parts between the slashes of the path
 * @param literalQuery the parameters that identify the operation and are not input
 */
record UriTemplate(Operation operation, List<Segment> segments, Set<QueryString.Parameter> literalQuery) {

    /** The part between two slashes: a literal, or a label that stands for a value. */
    record Segment(String text, boolean isLabel) {
        private static Segment of(String template) {
            boolean label = template.startsWith("{");
            return new Segment(label ? template.substring(1, template.length() - 1) : template, label);
        }

        boolean matches(String received) {
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

    /** Returns whether path and query match the operation. */
    boolean matches(List<String> received, Set<QueryString.Parameter> receivedLiterals) {
        if (received.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < received.size(); i++) {
            if (!segments.get(i).matches(received.get(i))) {
                return false;
            }
        }
        return literalQuery.equals(receivedLiterals);
    }

    /** Returns the values of the labels in a matching path. */
    Map<String, String> labels(List<String> received) {
        Map<String, String> labels = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).isLabel()) {
                labels.put(segments.get(i).text(), received.get(i));
            }
        }
        return labels;
    }

    /** Returns the form for messages, for example {@code SendChannelMessage, POST /channels/{channelArn}/messages}. */
    @Override
    public String toString() {
        return operation + ", " + operation.httpMethod() + " " + operation.uriTemplate();
    }
}
