package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.http.QueryString;
import io.github.chimefake.internal.protocol.UriTemplate.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/**
 * Guesses which operation was meant by a request that means none: the one whose method and template take the fewest edits
 * to become the request. The costs only have to rank sensibly: a slip in a word costs less than a word too many, a word
 * too many about as much as another method.
 */
final class NearestOperation {
    private static final int OTHER_METHOD = 3;
    private static final int SEGMENT_TOO_MANY_OR_FEW = 4;
    private static final int LITERAL_TOO_MANY_OR_FEW = 4;
    private static final int EMPTY_LABEL = 1;

    /** No template has more, and what a stranger sends may be of any length. */
    private static final int SEGMENTS_LOOKED_AT = 8;

    private static final int CHARACTERS_LOOKED_AT = 64;

    private final List<UriTemplate> templates;

    NearestOperation(List<UriTemplate> templates) {
        this.templates = templates;
    }

    UriTemplate to(String method, List<String> segments, Set<QueryString.Parameter> literalQuery) {
        List<String> start = segments.subList(0, Math.min(segments.size(), SEGMENTS_LOOKED_AT));
        Comparator<UriTemplate> byCost =
                Comparator.comparingInt(template -> (template.hasMethod(method) ? 0 : OTHER_METHOD)
                        + pathCost(template.segments(), start)
                        + literalCost(template.literalQuery(), literalQuery));
        return templates.stream().min(byCost).orElseThrow();
    }

    private static int pathCost(List<Segment> template, List<String> received) {
        return editCost(template.size(), received.size(), SEGMENT_TOO_MANY_OR_FEW, (i, j) -> {
            Segment segment = template.get(i);
            if (segment.isLabel()) {
                return received.get(j).isEmpty() ? EMPTY_LABEL : 0;
            }
            return wordCost(segment.text(), received.get(j));
        });
    }

    private static int literalCost(Set<QueryString.Parameter> template, Set<QueryString.Parameter> received) {
        if (template.isEmpty() || received.isEmpty()) {
            return LITERAL_TOO_MANY_OR_FEW * (template.size() + received.size());
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
        int length = Math.min(received.length(), CHARACTERS_LOOKED_AT);
        return editCost(expected.length(), length, 1, (i, j) -> expected.charAt(i) == received.charAt(j) ? 0 : 1);
    }

    /** Levenshtein's distance between two sequences, given what it costs to replace item i of one by item j of the other. */
    private static int editCost(int length, int otherLength, int addOrRemove, IntBinaryOperator replace) {
        int[] previous = new int[otherLength + 1];
        for (int j = 1; j <= otherLength; j++) {
            previous[j] = j * addOrRemove;
        }
        for (int i = 1; i <= length; i++) {
            int[] current = new int[otherLength + 1];
            current[0] = i * addOrRemove;
            for (int j = 1; j <= otherLength; j++) {
                int addedOrRemoved = Math.min(previous[j], current[j - 1]) + addOrRemove;
                current[j] = Math.min(addedOrRemoved, previous[j - 1] + replace.applyAsInt(i - 1, j - 1));
            }
            previous = current;
        }
        return previous[otherLength];
    }
}
