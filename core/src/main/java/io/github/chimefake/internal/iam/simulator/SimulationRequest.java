package io.github.chimefake.internal.iam.simulator;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.InvalidSimulationException;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import io.github.chimefake.internal.iam.policy.PolicyKindNames;
import io.github.chimefake.internal.iam.policy.PolicyReader;
import io.github.chimefake.internal.iam.syntax.MessageValues;
import io.github.chimefake.internal.iam.syntax.PolicyJson;
import io.github.chimefake.internal.iam.template.PolicySource;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNull;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A request to the simulator, read from JSON. */
record SimulationRequest(DefaultPolicySimulator simulator, String action, List<RequestedResource> resources) {
    private static final List<String> MEMBERS = Stream.concat(
                    Stream.of(PolicyKind.values())
                            .map(kind -> PolicyKindNames.of(kind).jsonName()),
                    Stream.of("principal", "action", "resources", "context", "limitPolicies"))
            .toList();

    DefaultPolicyDecision decide() {
        return simulator.check(action, resources);
    }

    static SimulationRequest read(String json) {
        JsonObject request = object(parse(json, "$"), "$");
        checkMembers(request, "$", MEMBERS);
        DefaultPolicySimulator simulator = withPolicies(request);
        return new SimulationRequest(simulator.context(context(request, "$")), action(request), resources(request));
    }

    private static DefaultPolicySimulator withPolicies(JsonObject request) {
        DefaultPolicySimulator simulator = DefaultPolicySimulator.EMPTY.limitPolicies(limited(request));
        Optional<JsonValue> principal = request.get("principal");
        if (principal.isPresent()) {
            simulator = principal(simulator, string(principal.get(), "$.principal"));
        }
        for (PolicyKind kind : PolicyKind.values()) {
            String member = PolicyKindNames.of(kind).jsonName();
            List<JsonValue> documents = list(request.get(member).orElse(new JsonArray(List.of())), "$." + member);
            for (int index = 0; index < documents.size(); index++) {
                simulator = attached(simulator, kind, documents.get(index), member + "[" + index + "]");
            }
        }
        return simulator;
    }

    private static boolean limited(JsonObject request) {
        JsonValue limited = request.get("limitPolicies").orElse(new JsonBoolean(true));
        if (limited instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw unexpected(limited, "$.limitPolicies", "a boolean");
    }

    /** Attaches a policy, or those of one level of an organization, which are a list. */
    private static DefaultPolicySimulator attached(
            DefaultPolicySimulator simulator, PolicyKind kind, JsonValue document, String name) {
        if (kind != PolicyKind.SERVICE_CONTROL || !(document instanceof JsonArray level)) {
            return simulator.attach(PolicyLayer.of(kind), new NamedPolicy(name, policy(document, "$." + name)));
        }
        DefaultPolicySimulator attached = simulator;
        for (int index = 0; index < level.items().size(); index++) {
            String nameInLevel = name + "[" + index + "]";
            attached = attached.attach(
                    PolicyLayer.ofServiceControl(name),
                    new NamedPolicy(nameInLevel, policy(level.items().get(index), "$." + nameInLevel)));
        }
        return attached;
    }

    /** Accepts JSON and, like IAM's own API, text, and what the AWS CLI puts around either. */
    private static ParsedPolicy policy(JsonValue document, String path) {
        try {
            return PolicyReader.read(
                    document instanceof JsonString text
                            ? PolicySource.withoutTemplate(text.value())
                            : PolicySource.withoutTemplate(document),
                    path);
        } catch (InvalidPolicyException e) {
            throw e.getCause() instanceof MalformedJsonException malformed ? malformed(path, malformed) : e;
        }
    }

    private static DefaultPolicySimulator principal(DefaultPolicySimulator simulator, String arn) {
        try {
            return simulator.principal(arn);
        } catch (IllegalArgumentException e) {
            throw invalid("$.principal", String.valueOf(e.getMessage()));
        }
    }

    private static String action(JsonObject request) {
        JsonValue value = request.get("action")
                .orElseThrow(() -> invalid(
                        "$",
                        "received an object without action, expected one with, for example, \"action\":"
                                + " \"chime:SendChannelMessage\""));
        String action = string(value, "$.action");
        int colon = action.indexOf(':');
        boolean isAction = colon > 0
                && colon < action.length() - 1
                && action.chars().noneMatch(unit -> unit == '*' || unit == '?' || Character.isWhitespace(unit))
                && colon == action.lastIndexOf(':');
        if (!isAction) {
            throw invalid(
                    "$.action",
                    "received " + MessageValues.quoted(action)
                            + ", expected one action without wildcards, for example \"chime:SendChannelMessage\"");
        }
        return action;
    }

    private static List<RequestedResource> resources(JsonObject request) {
        Optional<JsonValue> value = request.get("resources");
        if (value.isEmpty()) {
            return List.of();
        }
        List<JsonValue> items = list(value.get(), "$.resources");
        if (items.isEmpty()) {
            throw invalid(
                    "$.resources",
                    "received an empty list, expected ARNs, or \"*\" for an action that has no resource");
        }
        List<RequestedResource> resources = new ArrayList<>();
        for (JsonValue item : items) {
            resources.add(resource(item, "$.resources[" + resources.size() + "]"));
        }
        return resources;
    }

    private static RequestedResource resource(JsonValue value, String path) {
        if (value instanceof JsonString arn) {
            return RequestedResource.of(arn(arn.value(), path));
        }
        if (!(value instanceof JsonObject resource)) {
            throw unexpected(value, path, "an ARN, or an object with the members resource and context");
        }
        checkMembers(resource, path, List.of("resource", "context"));
        JsonValue arn = resource.get("resource")
                .orElseThrow(() -> unexpected(value, path, "an object with the members resource and context"));
        return new RequestedResource(arn(string(arn, path + ".resource"), path + ".resource"), context(resource, path));
    }

    private static String arn(String arn, String path) {
        if (!arn.equals("*") && !arn.startsWith("arn:")) {
            throw invalid(
                    path,
                    "received " + MessageValues.quoted(arn)
                            + ", expected an ARN, or \"*\" for an action that has no resource");
        }
        return arn;
    }

    private static RequestContext context(JsonObject holder, String holderPath) {
        RequestContext.Builder context = RequestContext.builder();
        String path = holderPath + ".context";
        object(holder.get("context").orElse(JsonObject.EMPTY), path).members().forEach((key, value) -> {
            String keyPath = path + "." + key;
            if (!context.values(key).isEmpty()) {
                throw invalid(keyPath, "received this key twice, in different case, which makes no difference");
            }
            context.put(key, contextValues(value, keyPath));
        });
        return context.build();
    }

    /** Treats {@code null} and an empty list as an absent key. */
    private static List<String> contextValues(JsonValue value, String path) {
        if (value instanceof JsonNull) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            return List.of(contextValue(value, path));
        }
        List<String> values = new ArrayList<>();
        for (JsonValue item : array.items()) {
            values.add(contextValue(item, path + "[" + values.size() + "]"));
        }
        return values;
    }

    private static String contextValue(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        if (value instanceof JsonBoolean bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof JsonNumber number) {
            return number.value().toPlainString();
        }
        throw unexpected(value, path, "a string, a number, a boolean, or a list of these");
    }

    private static JsonValue parse(String json, String path) {
        try {
            return Json.parse(PolicySource.withoutMark(json));
        } catch (MalformedJsonException e) {
            throw malformed(path, e);
        }
    }

    private static InvalidSimulationException malformed(String path, MalformedJsonException e) {
        return invalid(path, e.getMessage() + ". Expected one JSON object");
    }

    private static void checkMembers(JsonObject object, String path, List<String> known) {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                throw invalid(
                        path + "." + name,
                        "received a member that is not known here, expected one of "
                                + known.stream().collect(joining(", ")));
            }
        }
    }

    private static List<JsonValue> list(JsonValue value, String path) {
        if (value instanceof JsonArray array) {
            return array.items();
        }
        throw unexpected(value, path, "a list");
    }

    private static JsonObject object(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw unexpected(value, path, "an object");
    }

    private static String string(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw unexpected(value, path, "a string");
    }

    private static InvalidSimulationException invalid(String path, String problem) {
        return new InvalidSimulationException(path, "Invalid simulation at " + path + ": " + problem);
    }

    private static InvalidSimulationException unexpected(JsonValue value, String path, String expected) {
        return invalid(path, "received " + value.kind() + ", " + PolicyJson.quote(value) + ", expected " + expected);
    }
}
