package io.github.chimefake.iam;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.json.JsonArray;
import io.github.chimefake.json.JsonObject;
import io.github.chimefake.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The functions of CloudFormation that a policy in a template calls, each an object with one member. What they refer to becomes a
 * placeholder; a function whose value only a deployment can know is refused.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class TemplateFunction {
    private TemplateFunction() {}

    static boolean isCalledBy(JsonObject object) {
        return object.members().size() == 1
                && object.members().keySet().stream().allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    /** The text that the function stands for, placeholders included. */
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
                throw new InvalidPolicyException(
                        argumentPath,
                        "received a function whose value only a deployment can know, expected Ref, Fn::GetAtt, Fn::Sub or"
                                + " Fn::Join. Put a placeholder in its place, for example \"${AppInstanceArn}\", and say what"
                                + " it stands for: policy(…).replacing(\"${AppInstanceArn}\", …)");
        };
    }

    private static String attribute(JsonValue argument, String path) {
        return argument instanceof JsonArray array
                ? strings(array, path).stream().collect(joining("."))
                : PolicyJson.string(argument, path);
    }

    /** A list of the text and of values for some of its placeholders; an escaped placeholder is left to IAM. */
    private static String substituted(JsonValue argument, String path) {
        if (!(argument instanceof JsonArray array)) {
            return unescaped(PolicyJson.string(argument, path));
        }
        if (array.items().size() != 2) {
            throw PolicyJson.unexpected(argument, path, "a text and an object of values for its placeholders");
        }
        String text = PolicyJson.string(array.items().get(0), path + "[0]");
        JsonObject values = PolicyJson.object(array.items().get(1), path + "[1]");
        for (Map.Entry<String, JsonValue> value : values.members().entrySet()) {
            text = text.replace(
                    "${" + value.getKey() + "}", argument(value.getValue(), path + "[1]." + value.getKey()));
        }
        return unescaped(text);
    }

    private static String unescaped(String text) {
        return text.replace("${!", "${");
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
