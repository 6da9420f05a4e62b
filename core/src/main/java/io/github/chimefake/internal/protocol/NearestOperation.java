package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.http.QueryString;
import io.github.chimefake.internal.protocol.UriTemplate.Segment;
import io.github.chimefake.internal.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds the operation that is most similar to an unknown request: the one with the smallest edit distance of method
 * and template. The costs only have to rank sensibly: a typing error in a word costs less than an additional word,
 * and an additional word about as much as another method.
 */
final class NearestOperation {
    private static final int OTHER_METHOD = 3;
    private static final int ADDITIONAL_SEGMENT = 4;
    private static final int ADDITIONAL_LITERAL = 4;
    private static final int EMPTY_LABEL = 1;

    /** No template has more segments. The limit bounds the time for long requests. */
    private static final int MAX_SEGMENTS = 8;

    private static final int MAX_CHARACTERS = 64;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final List<UriTemplate> templates;

    NearestOperation(List<UriTemplate> templates) {
        this.templates = templates;
    }

    UriTemplate find(String method, List<String> segments, Set<QueryString.Parameter> literalQuery) {
        List<String> start = segments.subList(0, Math.min(segments.size(), MAX_SEGMENTS));
        Comparator<UriTemplate> byCost =
                Comparator.comparingInt(template -> (template.hasMethod(method) ? 0 : OTHER_METHOD)
                        + pathCost(template.segments(), start)
                        + literalCost(template.literalQuery(), literalQuery));
        return templates.stream().min(byCost).orElseThrow();
    }

    private static int pathCost(List<Segment> template, List<String> received) {
        return EditDistance.of(
                template.size(),
                received.size(),
                ADDITIONAL_SEGMENT,
                (i, j) -> {
                    Segment segment = template.get(i);
                    if (segment.isLabel()) {
                        return received.get(j).isEmpty() ? EMPTY_LABEL : 0;
                    }
                    return wordCost(segment.text(), received.get(j));
                },
                NO_LIMIT);
    }

    private static int literalCost(Set<QueryString.Parameter> template, Set<QueryString.Parameter> received) {
        if (template.isEmpty() || received.isEmpty()) {
            return ADDITIONAL_LITERAL * (template.size() + received.size());
        }
        return template.stream()
                .mapToInt(expected -> received.stream()
                        .mapToInt(parameter -> wordCost(expected.name(), parameter.name())
                                + wordCost(expected.value(), parameter.value()))
                        .min()
                        .orElseThrow())
                .sum();
    }

    private static int wordCost(String expected, String received) {
        int length = Math.min(received.length(), MAX_CHARACTERS);
        return EditDistance.of(
                expected.length(), length, 1, (i, j) -> expected.charAt(i) == received.charAt(j) ? 0 : 1, NO_LIMIT);
    }
}
