package io.github.chimefake.iam;

import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.json.JsonArray;
import io.github.chimefake.json.JsonNumber;
import io.github.chimefake.json.JsonObject;
import io.github.chimefake.json.JsonString;
import io.github.chimefake.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a decision into JSON. */
final class SimulationResults {
    private SimulationResults() {}

    static JsonObject of(PolicyDecision decision) {
        List<JsonValue> results = decision.resources().stream()
                .map(resource -> result(decision, resource))
                .toList();
        return new JsonObject(Map.of("results", new JsonArray(results)));
    }

    private static JsonValue result(PolicyDecision decision, ResourceDecision resource) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("resource", new JsonString(resource.resource()));
        members.put("decision", new JsonString(resource.outcome().jsonName()));
        members.put(
                "matchedStatements",
                new JsonArray(resource.deciding().stream()
                        .map(SimulationResults::statement)
                        .toList()));
        members.put("explanation", new JsonString(decision.explain(resource)));
        return new JsonObject(members);
    }

    private static JsonValue statement(MatchedStatement statement) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("policy", new JsonString(statement.policyName()));
        members.put("statement", JsonNumber.of(statement.index()));
        statement.sid().ifPresent(sid -> members.put("sid", new JsonString(sid)));
        members.put("effect", new JsonString(statement.effect().jsonValue()));
        return new JsonObject(members);
    }
}
