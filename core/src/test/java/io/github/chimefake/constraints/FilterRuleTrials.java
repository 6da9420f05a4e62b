package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;

import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.FilterRuleConstraints;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;

/** Trials of {@link FilterRuleConstraints}. */
final class FilterRuleTrials {
    private FilterRuleTrials() {}

    /** The guide's example of a rule. */
    private static final String EXAMPLE = "{\"type\":[{\"anything-but\":[\"Room\"]}],\"mention\":[\"Bob\"]}";

    static Stream<Trial> all() {
        return Stream.concat(limits(), forms());
    }

    private static Stream<Trial> limits() {
        return Stream.of(
                rule(FilterRuleConstraints.SIZE, sized(2048), sized(2049)),
                rule(FilterRuleConstraints.COMPLEXITY, values("", 19), values("", 20))
                        .named("values"),
                rule(FilterRuleConstraints.COMPLEXITY, excluding(19), excluding(20))
                        .named("excluded values"),
                rule(FilterRuleConstraints.COMPLEXITY, branches(5, 3), branches(5, 4))
                        .named("in branches"),
                rule(FilterRuleConstraints.ALTERNATIVES, branches(5, 1), branches(6, 1)),
                Trial.of(
                        FilterRuleConstraints.FILTERED,
                        PUT_CHANNEL_MEMBERSHIP_PREFERENCES,
                        scene -> put(scene, Map.of("AllowNotifications", "FILTERED", "FilterRule", EXAMPLE)),
                        scene -> put(scene, Map.of("AllowNotifications", "FILTERED"))));
    }

    private static Stream<Trial> forms() {
        return Stream.of(
                        "{",
                        "[]",
                        "{\"mention\":\"Bob\"}",
                        "{\"mention\":[1]}",
                        "{\"mention\":[null]}",
                        "{\"mention\":[{\"prefix\":\"B\"}]}",
                        "{\"mention\":[{\"anything-but\":[1]}]}",
                        "{\"mention\":[{\"anything-but\":[\"Bob\"],\"exists\":[\"x\"]}]}",
                        "{\"$or\":{\"mention\":[\"Bob\"]}}",
                        "{\"$or\":[\"mention\"]}")
                .map(broken -> rule(FilterRuleConstraints.FORM, EXAMPLE, broken).named(broken));
    }

    private static Trial rule(DocumentedConstraint constraint, String at, String over) {
        return Trial.of(
                constraint, PUT_CHANNEL_MEMBERSHIP_PREFERENCES, scene -> put(scene, at), scene -> put(scene, over));
    }

    private static void put(Scene scene, String rule) {
        put(scene, Map.of("AllowNotifications", "FILTERED", "FilterRule", rule));
    }

    private static void put(Scene scene, Map<String, String> notifications) {
        scene.call(
                PUT_CHANNEL_MEMBERSHIP_PREFERENCES,
                "MemberArn",
                scene.alice.arn(),
                "Preferences",
                Map.of("PushNotifications", notifications));
    }

    private static String sized(int bytes) {
        String start = "{\"é\":[\"";
        return start + "x".repeat(bytes - start.length() - 1 - 3) + "\"]}";
    }

    /** A key with so many equal values, which count as often as they are there. */
    private static String values(String key, int count) {
        return "{\"" + key + "\":[" + String.join(",", Collections.nCopies(count, "\"same\"")) + "]}";
    }

    private static String excluding(int count) {
        return "{\"key\":[" + values("anything-but", count) + "]}";
    }

    private static String branches(int count, int values) {
        return "{\"$or\":[" + String.join(",", Collections.nCopies(count, values("key", values))) + "]}";
    }
}
