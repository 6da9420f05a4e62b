package io.github.chimefake.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query of a request as it was sent.
 *
 * @param parameters in the order received, still percent-encoded
 */
record RawQuery(List<Parameter> parameters) {

    RawQuery {
        parameters = List.copyOf(parameters);
    }

    /** A name and its value; empty where there is no {@code =}. */
    record Parameter(String name, String value) {}

    static RawQuery parse(String rawQuery) {
        return new RawQuery(Stream.of(rawQuery.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    int equals = part.indexOf('=');
                    return equals < 0
                            ? new Parameter(part, "")
                            : new Parameter(part.substring(0, equals), part.substring(equals + 1));
                })
                .toList());
    }

    /** The first value of the parameter, decoded. */
    Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> decode(parameter.name()).equals(name))
                .map(parameter -> decode(parameter.value()))
                .findFirst();
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
        return new RawQuery(parameters.stream()
                        .map(parameter -> new Parameter(recode(parameter.name()), recode(parameter.value())))
                        .toList())
                .sortedAsSent();
    }

    /** Sorted by name, then value, and otherwise as sent. */
    String sortedAsSent() {
        return parameters.stream()
                .sorted(comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    private static String decode(String encoded) {
        return new String(PercentEncoding.formDecode(encoded), UTF_8);
    }

    private static String recode(String encoded) {
        return PercentEncoding.encode(PercentEncoding.formDecode(encoded));
    }
}
