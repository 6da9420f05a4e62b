package io.github.chimefake.internal.sts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.http.QueryString;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of a request in the Query protocol of AWS: a form, or the query of a GET.
 *
 * @param parameters the form; empty if the query has the parameters
 * @param query the query of the request
 */
record StsRequest(QueryString parameters, QueryString query) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ACTION = "Action";

    /** Returns whether the request is for STS: a form or a query with an action. No operation of Chime has the path {@code /}. */
    static boolean is(HttpRequest http) {
        return http.rawPath().equals("/")
                && (isForm(http)
                        ? hasAction(new String(http.body(), UTF_8))
                        : http.method().equals("GET") && hasAction(http.rawQuery()));
    }

    private static boolean hasAction(String parameters) {
        return Stream.of(parameters.split("&", -1)).anyMatch(parameter -> parameter.startsWith(ACTION + "="));
    }

    private static boolean isForm(HttpRequest http) {
        return http.method().equals("POST")
                && http.header(HeaderNames.CONTENT_TYPE)
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(FORM))
                        .isPresent();
    }

    /**
     * Reads the parameters.
     *
     * @throws StsException if an escape is broken
     */
    static StsRequest read(HttpRequest http) {
        try {
            QueryString query = QueryString.parse(http.rawQuery());
            return new StsRequest(isForm(http) ? QueryString.parse(new String(http.body(), UTF_8)) : query, query);
        } catch (BrokenEscapeException broken) {
            throw new StsException(
                    StsError.MALFORMED_QUERY,
                    "The query string contains a syntax error",
                    "The parameters cannot be read: " + broken.getMessage()
                            + ". Expected NAME=VALUE, percent-encoded, joined by \"&\".");
        }
    }

    String action() {
        return value(ACTION).orElse("");
    }

    /** Returns the value of a parameter; empty if it is absent or empty. */
    Optional<String> value(String name) {
        return parameters.value(name).filter(value -> !value.isEmpty());
    }

    /** Returns whether there is a parameter, or a list of parameters, with this name. */
    boolean has(String name) {
        return parameters.parameters().stream()
                .anyMatch(parameter ->
                        parameter.name().equals(name) || parameter.name().startsWith(name + "."));
    }

    /** Returns the tags in the order of their numbers: {@code Tags.member.1.Key}, {@code Tags.member.1.Value} and so on. */
    Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 1; ; i++) {
            String member = "Tags.member." + i;
            Optional<String> key = value(member + ".Key");
            if (key.isEmpty()) {
                return tags;
            }
            tags.put(key.get(), value(member + ".Value").orElse(""));
        }
    }
}
