package io.github.chimefake.internal.access.signature;

import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.http.Secrets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Mistakes in one of the signed headers. */
final class HeaderMistakes {
    private HeaderMistakes() {}

    static Stream<Mistake> of(HttpRequest call, Complete authorization, CanonicalRequest expected) {
        return authorization.signedHeaders().stream()
                .distinct()
                .flatMap(name -> Stream.concat(spaces(name, call, expected), repeated(name, call, expected)));
    }

    private static Stream<Mistake> spaces(String name, HttpRequest call, CanonicalRequest expected) {
        List<String> received = call.headerValues(name);
        Mistake asReceived = mistake(name, received, expected, "its white space as it was received");
        return received.isEmpty() || asReceived.signed().equals(expected)
                ? Stream.empty()
                : Stream.of(new Mistake(
                        asReceived.explanation()
                                + ". Expected its value without white space at both ends and with single spaces"
                                + " inside: \"" + shown(name, received) + "\".",
                        asReceived.signed()));
    }

    private static Stream<Mistake> repeated(String name, HttpRequest call, CanonicalRequest expected) {
        List<String> received =
                call.headerValues(name).stream().map(SignedHeaderValue::of).toList();
        if (received.size() < 2) {
            return Stream.empty();
        }
        List<String> reversed = new ArrayList<>(received);
        Collections.reverse(reversed);
        return Stream.of(
                        mistake(name, received.subList(0, 1), expected, "only the first value"),
                        mistake(
                                name,
                                received.subList(received.size() - 1, received.size()),
                                expected,
                                "only the last value"),
                        mistake(name, reversed, expected, "the values in the opposite order"),
                        mistake(
                                name,
                                List.of(String.join(", ", received)),
                                expected,
                                "the values with a space after each comma"))
                .map(mistake -> new Mistake(
                        mistake.explanation() + ". The header was received " + received.size()
                                + " times; expected are all its values in this order, separated by commas: \""
                                + shown(name, received) + "\". Send it once, and make sure that no proxy repeats it.",
                        mistake.signed()));
    }

    private static Mistake mistake(String name, List<String> values, CanonicalRequest expected, String what) {
        return new Mistake(
                "The header " + name + " was signed with " + what,
                expected.withHeaders(replace(name, String.join(",", values), expected.headers())));
    }

    private static String shown(String name, List<String> values) {
        return Secrets.isName(name) ? "(not shown)" : canonical(values);
    }

    private static String canonical(List<String> values) {
        return String.join(",", values.stream().map(SignedHeaderValue::of).toList());
    }

    private static String replace(String name, String value, String headerLines) {
        StringBuilder lines = new StringBuilder();
        headerLines
                .lines()
                .forEach(line -> lines.append(line.startsWith(name + ":") ? name + ":" + value : line)
                        .append('\n'));
        return lines.toString();
    }
}
