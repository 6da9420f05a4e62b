package io.github.chimefake.internal.access.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The query of a request as it was sent.
 *
 * @param parameters in the order received, still percent-encoded
 */
record RawQuery(List<Parameter> parameters) {
    private static final RawQuery NONE = new RawQuery(List.of());
    private static final Comparator<Parameter> IN_CANONICAL_ORDER =
            comparing(Parameter::name).thenComparing(Parameter::value);

    RawQuery {
        parameters = List.copyOf(parameters);
    }

    /** A name and its value; empty where there is no {@code =}. */
    record Parameter(String name, String value) {}

    static RawQuery parse(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return NONE;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String part : rawQuery.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(part, "")
                                : new Parameter(part.substring(0, equals), part.substring(equals + 1)));
            }
        }
        return new RawQuery(parameters);
    }

    /** The first value of the parameter, decoded. */
    Optional<String> value(String name) {
        for (Parameter parameter : parameters) {
            if (decode(parameter.name()).equals(name)) {
                return Optional.of(decode(parameter.value()));
            }
        }
        return Optional.empty();
    }

    RawQuery without(String name) {
        return new RawQuery(parameters.stream()
                .filter(parameter -> !decode(parameter.name()).equals(name))
                .toList());
    }

    /**
     * The canonical form of SigV4. Form-decoded first, because the AWS SDK for Java 1 sends the form encoding but signs
     * this one; a literal plus is {@code %2B} in every client.
     */
    String canonical() {
        List<Parameter> recoded = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            recoded.add(new Parameter(recode(parameter.name()), recode(parameter.value())));
        }
        return sorted(recoded);
    }

    /** Sorted by name, then value, and otherwise as sent. */
    String sortedAsSent() {
        return sorted(new ArrayList<>(parameters));
    }

    private static String sorted(List<Parameter> parameters) {
        parameters.sort(IN_CANONICAL_ORDER);
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : parameters) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(parameter.name())
                    .append('=')
                    .append(parameter.value());
        }
        return query.toString();
    }

    private static String decode(String encoded) {
        return new String(UriEncoding.formDecode(encoded), UTF_8);
    }

    private static String recode(String encoded) {
        return UriEncoding.encode(UriEncoding.formDecode(encoded));
    }
}
