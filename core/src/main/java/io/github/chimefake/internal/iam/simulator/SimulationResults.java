package io.github.chimefake.internal.iam.simulator;

import io.github.chimefake.iam.PolicyDecision;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.internal.iam.policy.Effect;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts a decision to JSON. */
final class SimulationResults {
    private SimulationResults() {}

    static JsonObject of(PolicyDecision decision) {
        List<JsonValue> results =
                decision.resources().stream().map(SimulationResults::result).toList();
        return new JsonObject(Map.of("results", new JsonArray(results)));
    }

    private static JsonValue result(ResourceDecision resource) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("resource", new JsonString(resource.resource()));
        members.put("decision", new JsonString(jsonName(resource.outcome())));
        members.put(
                "matchedStatements",
                new JsonArray(resource.deciding().stream()
                        .map(SimulationResults::statement)
                        .toList()));
        members.put("explanation", new JsonString(resource.explain()));
        return new JsonObject(members);
    }

    private static String jsonName(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "Allowed";
            case IMPLICITLY_DENIED -> "ImplicitlyDenied";
            case EXPLICITLY_DENIED -> "ExplicitlyDenied";
        };
    }

    private static JsonValue statement(MatchedStatement statement) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("policy", new JsonString(statement.policyName()));
        statement.level().ifPresent(level -> members.put("level", new JsonString(level)));
        members.put("statement", JsonNumber.of(statement.index()));
        statement.sid().ifPresent(sid -> members.put("sid", new JsonString(sid)));
        members.put("effect", new JsonString((statement.isDeny() ? Effect.DENY : Effect.ALLOW).jsonValue()));
        return new JsonObject(members);
    }
}
