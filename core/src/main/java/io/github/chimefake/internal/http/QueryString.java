package io.github.chimefake.internal.http;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The query of a request.
 *
 * @param received the parameters in the order received; a name may occur more than once
 */
public record QueryString(List<Received> received) {
    /** An empty query. */
    public static final QueryString EMPTY = new QueryString(List.of());

    public QueryString {
        received = List.copyOf(received);
    }

    /** A name and its value, which is empty if there is no equals sign. */
    public record Parameter(String name, String value) {}

    /**
     * A parameter in encoded and decoded form.
     *
     * @param raw as sent, percent-encoded
     * @param decoded after percent-decoding
     */
    public record Received(Parameter raw, Parameter decoded) {}

    /** Parses the part after the question mark. */
    public static QueryString parse(String rawQuery) throws BrokenEscapeException {
        if (rawQuery.isEmpty()) {
            return EMPTY;
        }
        List<Received> received = new ArrayList<>();
        for (String part : rawQuery.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                received.add(new Received(
                        new Parameter(name, value),
                        new Parameter(PercentEncoding.decodeQuery(name), decodedValue(name, value))));
            }
        }
        return new QueryString(received);
    }

    private static String decodedValue(String name, String value) throws BrokenEscapeException {
        try {
            return PercentEncoding.decodeQuery(value);
        } catch (BrokenEscapeException broken) {
            // The value may be a credential, or a text that is not to be printed.
            throw new BrokenEscapeException("the escapes in the value of " + name + " are broken");
        }
    }

    /** Returns the decoded parameters in the order received. */
    public List<Parameter> parameters() {
        return received.isEmpty()
                ? List.of()
                : received.stream().map(Received::decoded).toList();
    }

    /** Returns the decoded values of the parameter. The name is case-sensitive. */
    public List<String> values(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** Returns the first decoded value of the parameter; empty if there is none. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /** Returns this query without the parameter. */
    public QueryString without(String name) {
        return new QueryString(received.stream()
                .filter(parameter -> !parameter.decoded().name().equals(name))
                .toList());
    }

    /** Returns the canonical form of SigV4: decoded, percent-encoded again, and sorted by name, then value. */
    public String canonical() {
        if (received.isEmpty()) {
            return "";
        }
        return sorted(parameters().stream()
                .map(parameter -> new Parameter(
                        PercentEncoding.encode(parameter.name()), PercentEncoding.encode(parameter.value()))));
    }

    /** Returns the parameters as sent, sorted by name, then value. */
    public String sortedAsSent() {
        return sorted(received.stream().map(Received::raw));
    }

    /** Returns whether all is sent in its canonical form, apart from {@code !'()*}, which {@code encodeURIComponent} leaves bare. */
    public boolean isEncodedAsByJavaScript() {
        return received.stream()
                .allMatch(each -> isEncodedAsByJavaScript(
                                each.raw().name(), each.decoded().name())
                        && isEncodedAsByJavaScript(
                                each.raw().value(), each.decoded().value()));
    }

    private static boolean isEncodedAsByJavaScript(String raw, String decoded) {
        return PercentEncoding.encode(decoded)
                .equals(raw.replace("!", "%21")
                        .replace("'", "%27")
                        .replace("(", "%28")
                        .replace(")", "%29")
                        .replace("*", "%2A"));
    }

    private static String sorted(Stream<Parameter> parameters) {
        return parameters
                .sorted(comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(joining("&"));
    }
}
