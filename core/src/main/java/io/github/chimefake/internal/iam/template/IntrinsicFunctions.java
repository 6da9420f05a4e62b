package io.github.chimefake.internal.iam.template;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.syntax.PolicyJson;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Evaluates the intrinsic functions of CloudFormation in a policy template, each an object with one member. What is written in the
 * template is computed; what only a deployment knows becomes a placeholder.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class IntrinsicFunctions {
    private static final String NO_VALUE = "AWS::NoValue";

    private final Placeholders placeholders;

    /**
     * Creates an evaluator.
     *
     * @param placeholders the values of placeholders that the test has given
     */
    IntrinsicFunctions(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    static boolean isCalledBy(JsonObject object) {
        return object.members().size() == 1
                && object.members().keySet().stream().allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    /** Returns the value with all functions in it evaluated; empty for {@code AWS::NoValue}. */
    Optional<JsonValue> evaluate(JsonValue value, String path) {
        if (value instanceof JsonArray array) {
            return Optional.of(new JsonArray(IntStream.range(0, array.items().size())
                    .mapToObj(index -> evaluate(array.items().get(index), path + "[" + index + "]"))
                    .flatMap(Optional::stream)
                    .toList()));
        }
        if (!(value instanceof JsonObject object)) {
            return Optional.of(value);
        }
        if (isCalledBy(object)) {
            Map.Entry<String, JsonValue> call =
                    object.members().entrySet().iterator().next();
            return call(call.getKey(), call.getValue(), path + "." + call.getKey());
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members()
                .forEach((name, member) ->
                        evaluate(member, path + "." + name).ifPresent(evaluated -> members.put(name, evaluated)));
        return Optional.of(new JsonObject(members));
    }

    private Optional<JsonValue> call(String function, JsonValue argument, String path) {
        return switch (function) {
            case "Ref" -> reference(PolicyJson.string(argument, path));
            case "Fn::If" -> chosen(argument, path);
            case "Fn::GetAtt" -> Optional.of(placeholder(attribute(argument, path)));
            case "Fn::Sub" -> Optional.of(new JsonString(substituted(argument, path)));
            case "Fn::Join" -> Optional.of(joined(argument, path));
            case "Fn::Split" -> Optional.of(split(argument, path));
            case "Fn::Select" -> Optional.of(selected(argument, path));
            case "Fn::Length" -> Optional.of(JsonNumber.of(list(argument, path).size()));
            case "Fn::ToJsonString" -> Optional.of(json(argument, path));
            case "Fn::Base64" -> Optional.of(base64(argument, path));
            default -> Optional.of(unknown(function, argument, path));
        };
    }

    private static Optional<JsonValue> reference(String name) {
        return name.equals(NO_VALUE) ? Optional.empty() : Optional.of(placeholder(name));
    }

    private static JsonString placeholder(String name) {
        return new JsonString("${" + name + "}");
    }

    private String attribute(JsonValue argument, String path) {
        return argument instanceof JsonArray ? String.join(".", list(argument, path)) : text(argument, path);
    }

    private Optional<JsonValue> chosen(JsonValue argument, String path) {
        List<JsonValue> arguments = arguments(argument, 3, path, "the name of a condition and two values");
        String condition = "${" + PolicyJson.string(arguments.get(0), path + "[0]") + "}";
        String given = placeholders.replaced(condition);
        boolean isTrue = given.equalsIgnoreCase("true");
        if (!isTrue && !given.equalsIgnoreCase("false")) {
            String replacing = ": policy(…).replacing(" + MessageValues.quoted(condition) + ", \"true\"), or \"false\"";
            throw PolicyErrors.at(
                    path,
                    given.equals(condition)
                            ? "received the condition " + MessageValues.quoted(condition)
                                    + ", which is known only at deployment. Give its value" + replacing
                            : "received " + MessageValues.quoted(given) + " for the condition "
                                    + MessageValues.quoted(condition) + ", expected \"true\" or \"false\"" + replacing);
        }
        int index = isTrue ? 1 : 2;
        return evaluate(arguments.get(index), path + "[" + index + "]");
    }

    /** Reads a text, or a list of the text and of values for some of its placeholders. */
    private String substituted(JsonValue argument, String path) {
        if (!(argument instanceof JsonArray)) {
            return Placeholders.substituted(PolicyJson.string(argument, path), Map.of(), path);
        }
        List<JsonValue> arguments = arguments(argument, 2, path, "a text and an object of values for its placeholders");
        Map<String, String> values = new LinkedHashMap<>();
        PolicyJson.object(arguments.get(1), path + "[1]")
                .members()
                .forEach((name, value) -> values.put(name, text(value, path + "[1]." + name)));
        return Placeholders.substituted(PolicyJson.string(arguments.get(0), path + "[0]"), values, path);
    }

    private JsonString joined(JsonValue argument, String path) {
        List<JsonValue> arguments = arguments(argument, 2, path, "a separator and a list of what it joins");
        String separator = text(arguments.get(0), path + "[0]");
        return bounded(String.join(separator, list(arguments.get(1), path + "[1]")), path);
    }

    private JsonArray split(JsonValue argument, String path) {
        List<JsonValue> arguments = arguments(argument, 2, path, "a separator and a text");
        String separator = text(arguments.get(0), path + "[0]");
        if (separator.isEmpty()) {
            throw PolicyJson.unexpected(arguments.get(0), path + "[0]", "a separator of at least one character");
        }
        return new JsonArray(Stream.of(given(arguments.get(1), path + "[1]").split(Pattern.quote(separator), -1))
                .<JsonValue>map(JsonString::new)
                .toList());
    }

    private JsonString selected(JsonValue argument, String path) {
        List<JsonValue> arguments = arguments(argument, 2, path, "an index and a list");
        String index = given(arguments.get(0), path + "[0]");
        List<String> items = list(arguments.get(1), path + "[1]");
        if (items.size() == 1 && Placeholders.isOneIn(items.get(0))) { // A parameter that is a list.
            items = List.of(
                    placeholders.required(items.get(0), path + "[1]").strip().split("\\s*,\\s*", -1));
        }
        if (items.isEmpty()) {
            throw PolicyErrors.at(path + "[1]", "received an empty list, expected at least one value");
        }
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= items.size()) {
            throw PolicyErrors.at(
                    path + "[0]",
                    "received " + MessageValues.quoted(index) + ", expected an index from 0 to " + (items.size() - 1)
                            + ", as the list has " + items.size() + (items.size() == 1 ? " item" : " items"));
        }
        return new JsonString(items.get(Integer.parseInt(index)));
    }

    private JsonString json(JsonValue argument, String path) {
        return bounded(evaluate(argument, path).orElse(JsonObject.EMPTY).toJson(), path);
    }

    private JsonString base64(JsonValue argument, String path) {
        return bounded(
                Base64.getEncoder().encodeToString(given(argument, path).getBytes(StandardCharsets.UTF_8)), path);
    }

    /** Returns a placeholder that names the function and its arguments, for example <code>${Fn::ImportValue chat-Arn}</code>. */
    private JsonString unknown(String function, JsonValue argument, String path) {
        JsonValue evaluated = evaluate(argument, path).orElse(JsonObject.EMPTY);
        List<JsonValue> arguments = evaluated instanceof JsonArray array ? array.items() : List.of(evaluated);
        if (arguments.size() == 4 && function.equals("Fn::FindInMap")) { // The fourth is the default.
            arguments = arguments.subList(0, 3);
        }
        if (!arguments.stream().allMatch(value -> value instanceof JsonString || value instanceof JsonNumber)) {
            throw PolicyErrors.at(
                    path,
                    "received a function whose value is known only at deployment, expected a text. Replace it by a"
                            + " placeholder, for example \"${AppInstanceArn}\", and give its value:"
                            + " policy(…).replacing(\"${AppInstanceArn}\", …)");
        }
        return placeholder(function + " "
                + arguments.stream().map(value -> text(value, path)).collect(joining(".")));
    }

    private static List<JsonValue> arguments(JsonValue argument, int count, String path, String expected) {
        if (argument instanceof JsonArray array && array.items().size() == count) {
            return array.items();
        }
        throw PolicyJson.unexpected(argument, path, expected);
    }

    /** Returns the items of a list, which a function may return. A single text counts as a list of one. */
    private List<String> list(JsonValue value, String path) {
        JsonValue evaluated = evaluate(value, path).orElse(new JsonArray(List.of()));
        if (!(evaluated instanceof JsonArray array)) {
            return List.of(plainText(evaluated, path));
        }
        return IntStream.range(0, array.items().size())
                .mapToObj(index -> plainText(array.items().get(index), path + "[" + index + "]"))
                .toList();
    }

    private String text(JsonValue value, String path) {
        return plainText(evaluate(value, path).orElse(value), path);
    }

    /** Returns a text with the values of its placeholders, for functions that have to know it. */
    private String given(JsonValue value, String path) {
        String text = text(value, path);
        return Placeholders.isOneIn(text) ? placeholders.required(text, path) : text;
    }

    private static String plainText(JsonValue value, String path) {
        return value instanceof JsonNumber number ? number.value().toPlainString() : PolicyJson.string(value, path);
    }

    private static JsonString bounded(String text, String path) {
        Placeholders.checkLength(text.length(), path);
        return new JsonString(text);
    }
}
