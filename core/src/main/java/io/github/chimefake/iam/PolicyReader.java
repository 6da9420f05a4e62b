package io.github.chimefake.iam;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.StatementElement.Name;
import io.github.chimefake.json.Json;
import io.github.chimefake.json.JsonArray;
import io.github.chimefake.json.JsonObject;
import io.github.chimefake.json.JsonString;
import io.github.chimefake.json.JsonValue;
import io.github.chimefake.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads policies, refusing whatever it does not know. */
final class PolicyReader {
    /** The version in which {@code ${…}} is a policy variable; in the older one it is mere text. */
    private static final String VERSION_WITH_VARIABLES = "2012-10-17";

    private static final String OLD_VERSION = "2008-10-17";
    private static final int LONGEST_QUOTE = 100;

    private final boolean variables;

    private PolicyReader(boolean variables) {
        this.variables = variables;
    }

    static PolicyDocument read(String json) {
        JsonObject document;
        try {
            document = object(Json.parse(json), "$");
        } catch (MalformedJsonException e) {
            throw new InvalidPolicyException(e);
        }
        checkMembers(document, "$", List.of("Version", "Id", "Statement"));
        String version = optionalString(document, "$", "Version").orElse(OLD_VERSION);
        if (!version.equals(VERSION_WITH_VARIABLES) && !version.equals(OLD_VERSION)) {
            throw new InvalidPolicyException(
                    "$.Version",
                    "received " + new JsonString(version) + ", expected \"" + VERSION_WITH_VARIABLES
                            + "\". It is the version of the policy language, not the day on which the policy was written");
        }
        return new PolicyDocument(
                optionalString(document, "$", "Id"),
                new PolicyReader(version.equals(VERSION_WITH_VARIABLES)).statements(document));
    }

    private List<Statement> statements(JsonObject document) {
        JsonValue value = required(document, "$", "Statement");
        String path = "$.Statement";
        if (!(value instanceof JsonArray array)) {
            return List.of(statement(object(value, path), path));
        }
        if (array.items().isEmpty()) {
            throw new InvalidPolicyException(path, "received an empty list, expected at least one statement");
        }
        List<Statement> statements = new ArrayList<>();
        Set<String> sids = new HashSet<>();
        for (JsonValue item : array.items()) {
            String itemPath = path + "[" + statements.size() + "]";
            Statement statement = statement(object(item, itemPath), itemPath);
            statement.sid().filter(sid -> !sids.add(sid)).ifPresent(sid -> {
                throw new InvalidPolicyException(
                        itemPath + ".Sid",
                        "received " + new JsonString(sid) + " a second time; statement ids must be unique in a policy");
            });
            statements.add(statement);
        }
        return statements;
    }

    private Statement statement(JsonObject statement, String path) {
        checkMembers(statement, path, List.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource"));
        return new Statement(
                sid(statement, path),
                effect(statement, path),
                element(statement, path, Name.ACTION, Name.NOT_ACTION),
                element(statement, path, Name.RESOURCE, Name.NOT_RESOURCE));
    }

    private static Optional<String> sid(JsonObject statement, String path) {
        Optional<String> sid = optionalString(statement, path, "Sid");
        if (!sid.orElse("").matches("[0-9A-Za-z]*")) {
            throw new InvalidPolicyException(
                    path + ".Sid",
                    "received " + new JsonString(sid.orElse("")) + ", expected letters a to z, A to Z and digits only");
        }
        return sid.filter(text -> !text.isEmpty());
    }

    private static Effect effect(JsonObject statement, String path) {
        String received = string(required(statement, path, "Effect"), path + ".Effect");
        return Stream.of(Effect.values())
                .filter(effect -> effect.jsonValue().equals(received))
                .findFirst()
                .orElseThrow(() -> new InvalidPolicyException(
                        path + ".Effect",
                        "received " + new JsonString(received) + ", expected \"Allow\" or \"Deny\", in this spelling"));
    }

    private StatementElement element(JsonObject statement, String path, Name positive, Name negative) {
        boolean hasPositive = statement.get(positive.jsonName()).isPresent();
        boolean hasNegative = statement.get(negative.jsonName()).isPresent();
        if (hasPositive == hasNegative) {
            throw new InvalidPolicyException(
                    path,
                    "received " + (hasPositive ? "both " : "neither ") + positive.jsonName()
                            + (hasPositive ? " and " : " nor ") + negative.jsonName()
                            + ", expected exactly one of them");
        }
        Name name = hasPositive ? positive : negative;
        String elementPath = path + "." + name.jsonName();
        JsonValue value = required(statement, path, name.jsonName());
        List<String> patterns = new ArrayList<>();
        if (value instanceof JsonArray array) {
            for (JsonValue item : array.items()) {
                patterns.add(pattern(item, elementPath + "[" + patterns.size() + "]", positive));
            }
        } else {
            patterns.add(pattern(value, elementPath, positive));
        }
        if (patterns.isEmpty()) {
            throw new InvalidPolicyException(elementPath, "received an empty list, expected at least one value");
        }
        return new StatementElement(name, patterns);
    }

    private String pattern(JsonValue value, String path, Name positive) {
        String pattern = string(value, path);
        if (positive == Name.ACTION) {
            checkAction(pattern, path);
        } else {
            checkResource(pattern, path);
        }
        return pattern;
    }

    private static void checkAction(String action, String path) {
        if (!action.equals("*") && !action.matches("[A-Za-z0-9-]+:[A-Za-z0-9*?]+")) {
            throw new InvalidPolicyException(
                    path,
                    "received " + quote(new JsonString(action)) + ", expected \"*\" or service:action, for example"
                            + " \"chime:SendChannelMessage\" or \"chime:Send*\"; the service takes no wildcards");
        }
    }

    private void checkResource(String resource, String path) {
        if (variables && resource.contains("${")) {
            throw new InvalidPolicyException(
                    path,
                    "received " + quote(new JsonString(resource))
                            + ". Policy variables are not supported yet, and to take"
                            + " one for mere text would decide differently than AWS. Put the value in its place");
        }
        String[] segments = resource.split(":", 6);
        boolean isArn = segments[0].equals("arn")
                && segments.length >= 4
                && segments[2].matches("[A-Za-z0-9-]+")
                && (segments.length == 6 || resource.endsWith("*"));
        if (!isArn && !resource.equals("*")) {
            throw new InvalidPolicyException(
                    path,
                    "received " + quote(new JsonString(resource)) + ", expected \"*\" or an ARN, for example"
                            + " \"arn:aws:chime:us-east-1:111122223333:app-instance/*\"; its service takes no wildcards");
        }
    }

    private static void checkMembers(JsonObject object, String path, List<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                throw new InvalidPolicyException(path + "." + name, "received an element that " + advice(name, known));
            }
        }
    }

    private static String advice(String name, List<String> known) {
        return switch (name) {
            case "Condition" ->
                "is not supported yet. To skip it would allow more than the policy does, so take it out of a copy of the"
                        + " policy for this test, or leave the statement out";
            case "Principal", "NotPrincipal" ->
                "only resource-based policies have. An identity-based policy is attached to its principal: take it out";
            default ->
                "is not known here, expected "
                        + known.stream()
                                .filter(name::equalsIgnoreCase)
                                .findFirst()
                                .map(meant -> "\"" + meant + "\", in this spelling")
                                .orElseGet(() -> "one of " + known.stream().collect(joining(", ")));
        };
    }

    private static JsonValue required(JsonObject object, String path, String name) {
        return object.get(name)
                .orElseThrow(() -> new InvalidPolicyException(
                        path,
                        "received an object without " + name + ", expected one with "
                                + (name.equals("Effect") ? "\"Effect\": \"Allow\" or \"Deny\"" : name)));
    }

    private static Optional<String> optionalString(JsonObject object, String path, String name) {
        return object.get(name).map(value -> string(value, path + "." + name));
    }

    private static String string(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw unexpected(value, path, "a string");
    }

    private static JsonObject object(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw unexpected(value, path, "an object");
    }

    private static InvalidPolicyException unexpected(JsonValue value, String path, String expected) {
        return new InvalidPolicyException(
                path, "received " + value.kind() + ", " + quote(value) + ", expected " + expected);
    }

    private static String quote(JsonValue value) {
        String json = value.toJson();
        return json.length() <= LONGEST_QUOTE ? json : json.substring(0, LONGEST_QUOTE) + "...";
    }
}
