package io.github.chimefake.internal.iam.template;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.syntax.PolicyJson;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The intrinsic functions of CloudFormation in a policy template, each an object with one member. References become placeholders;
 * a function whose value only a deployment can know is rejected.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class IntrinsicFunction {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]*)\\}");

    /** Many times the length that IAM accepts for a whole policy. */
    private static final int LONGEST_TEXT = 100_000;

    private IntrinsicFunction() {}

    static boolean isCalledBy(JsonObject object) {
        return object.members().size() == 1
                && object.members().keySet().stream().allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    /** Returns the value of the function, with placeholders. */
    static String text(JsonObject call, String path) {
        Map.Entry<String, JsonValue> function =
                call.members().entrySet().iterator().next();
        String argumentPath = path + "." + function.getKey();
        JsonValue argument = function.getValue();
        return switch (function.getKey()) {
            case "Ref" -> "${" + PolicyJson.string(argument, argumentPath) + "}";
            case "Fn::GetAtt" -> "${" + attribute(argument, argumentPath) + "}";
            case "Fn::Sub" -> substituted(argument, argumentPath);
            case "Fn::Join" -> joined(argument, argumentPath);
            default ->
                throw PolicyErrors.at(
                        argumentPath,
                        "received a function whose value only a deployment can know, expected Ref, Fn::GetAtt, Fn::Sub or"
                                + " Fn::Join. Put a placeholder in its place, for example \"${AppInstanceArn}\", and give"
                                + " its value: policy(…).replacing(\"${AppInstanceArn}\", …)");
        };
    }

    private static String attribute(JsonValue argument, String path) {
        return argument instanceof JsonArray array
                ? strings(array, path).stream().collect(joining("."))
                : PolicyJson.string(argument, path);
    }

    /** Reads a text, or a list of the text and of values for some of its placeholders. */
    private static String substituted(JsonValue argument, String path) {
        if (!(argument instanceof JsonArray array)) {
            return substituted(PolicyJson.string(argument, path), Map.of(), path);
        }
        if (array.items().size() != 2) {
            throw PolicyJson.unexpected(argument, path, "a text and an object of values for its placeholders");
        }
        String text = PolicyJson.string(array.items().get(0), path + "[0]");
        Map<String, String> values = new HashMap<>();
        PolicyJson.object(array.items().get(1), path + "[1]")
                .members()
                .forEach((name, value) -> values.put(name, argument(value, path + "[1]." + name)));
        return substituted(text, values, path);
    }

    /** Replaces in one pass, because values are not templates. Placeholders without a value stay for {@code replacing(…)}. */
    private static String substituted(String text, Map<String, String> values, String path) {
        StringBuilder substituted = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1);
            String value = name.startsWith("!")
                    ? "${" + name.substring(1) + "}"
                    : values.getOrDefault(name, placeholder.group());
            placeholder.appendReplacement(substituted, Matcher.quoteReplacement(value));
            checkLength(substituted.length(), path);
        }
        return placeholder.appendTail(substituted).toString();
    }

    /** Bounds the length, because values can be functions, each of which may double the text. */
    private static void checkLength(int length, String path) {
        if (length > LONGEST_TEXT) {
            throw PolicyErrors.at(
                    path,
                    "received a text that is longer than " + LONGEST_TEXT
                            + " characters once substituted, expected one that fits into a policy. Use fewer"
                            + " placeholders, or shorter values");
        }
    }

    private static String joined(JsonValue argument, String path) {
        if (argument instanceof JsonArray array
                && array.items().size() == 2
                && array.items().get(1) instanceof JsonArray parts) {
            return strings(parts, path + "[1]").stream()
                    .collect(joining(PolicyJson.string(array.items().get(0), path + "[0]")));
        }
        throw PolicyJson.unexpected(argument, path, "a separator and a list of what it joins");
    }

    private static List<String> strings(JsonArray array, String path) {
        List<String> strings = new ArrayList<>();
        for (JsonValue item : array.items()) {
            strings.add(argument(item, path + "[" + strings.size() + "]"));
        }
        return strings;
    }

    private static String argument(JsonValue value, String path) {
        return value instanceof JsonObject call && isCalledBy(call) ? text(call, path) : PolicyJson.string(value, path);
    }
}
