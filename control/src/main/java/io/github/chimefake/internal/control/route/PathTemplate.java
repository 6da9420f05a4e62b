package io.github.chimefake.internal.control.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with parameters, for example {@code /v1/faults/{id}}.
 *
 * @param text the template
 */
public record PathTemplate(String text) {
    private static final String SLASH = "/";

    /** Returns the names of the parameters in order. */
    public List<String> parameters() {
        return segments(text).stream()
                .filter(PathTemplate::isParameter)
                .map(PathTemplate::name)
                .toList();
    }

    /** Returns how many segments are not parameters: of several templates that a path fits, the one with most of them applies. */
    int fixedSegments() {
        return segments(text).size() - parameters().size();
    }

    /**
     * Returns the values of the parameters; empty if the path does not fit.
     *
     * @param path the segments of the path, percent-decoded
     */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> template = segments(text);
        if (template.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            if (isParameter(template.get(i))) {
                values.put(name(template.get(i)), path.get(i));
            } else if (!template.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** Returns the segments of a path as they are written. */
    static List<String> segments(String path) {
        return List.of(path.split(SLASH, -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - 1);
    }
}
