package io.github.chimefake.internal.iam.policy;

import static io.github.chimefake.internal.iam.syntax.PolicyJson.checkMembers;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.forEachItem;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.object;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.optionalString;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.quote;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.required;
import static io.github.chimefake.internal.iam.syntax.PolicyJson.string;

import io.github.chimefake.internal.iam.condition.PolicyValue;
import io.github.chimefake.internal.iam.policy.ParsedPolicy.Version;
import io.github.chimefake.internal.iam.policy.StatementElement.Name;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.template.PolicySource;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads policies, and rejects what it does not know. */
public final class PolicyReader {
    private final Version version;

    private PolicyReader(Version version) {
        this.version = version;
    }

    public static ParsedPolicy read(String json) {
        return read(PolicySource.withoutTemplate(json), "$");
    }

    /** Reads a policy that is part of another document, at this path. */
    public static ParsedPolicy read(JsonValue json, String path) {
        JsonObject document = object(json, path);
        checkMembers(document, path, List.of("Version", "Id", "Statement"));
        Version version = version(document, path);
        return new ParsedPolicy(
                version,
                optionalString(document, path, "Id"),
                new PolicyReader(version).statements(document, path),
                size(document));
    }

    /** Counts as IAM does for its quotas. */
    private static int size(JsonObject document) {
        return (int) document.toJson()
                .chars()
                .filter(character -> !Character.isWhitespace(character))
                .count();
    }

    private static Version version(JsonObject document, String path) {
        Optional<String> received = optionalString(document, path, "Version");
        if (received.isEmpty()) {
            return Version.V2008_10_17;
        }
        return Stream.of(Version.values())
                .filter(version -> version.jsonValue().equals(received.get()))
                .findFirst()
                .orElseThrow(() -> PolicyErrors.at(
                        path + ".Version",
                        "received " + quote(new JsonString(received.get())) + ", expected \""
                                + Version.V2012_10_17.jsonValue()
                                + "\". It is the version of the policy language, not the day on which the policy was"
                                + " written"));
    }

    private List<Statement> statements(JsonObject document, String documentPath) {
        JsonValue value = required(document, documentPath, "Statement");
        String path = documentPath + ".Statement";
        if (value instanceof JsonArray array && array.items().isEmpty()) {
            throw PolicyErrors.at(path, "received an empty list, expected at least one statement");
        }
        List<Statement> statements = new ArrayList<>();
        Set<String> sids = new HashSet<>();
        forEachItem(value, path, (item, itemPath) -> {
            Statement statement = statement(object(item, itemPath), itemPath);
            statement.sid().filter(sid -> !sids.add(sid)).ifPresent(sid -> {
                throw PolicyErrors.at(
                        itemPath + ".Sid",
                        "received " + new JsonString(sid) + " a second time; statement ids must be unique in a policy");
            });
            statements.add(statement);
        });
        return statements;
    }

    private Statement statement(JsonObject statement, String path) {
        checkMembers(
                statement,
                path,
                List.of("Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"));
        return new Statement(
                sid(statement, path),
                effect(statement, path),
                element(statement, path, Name.ACTION, Name.NOT_ACTION),
                element(statement, path, Name.RESOURCE, Name.NOT_RESOURCE),
                statement
                        .get("Condition")
                        .map(block -> new ConditionReader(version).read(block, path + ".Condition"))
                        .orElse(List.of()),
                statement.get("Condition").map(ConditionReader::emptyObjects).orElse(List.of()));
    }

    private static Optional<String> sid(JsonObject statement, String path) {
        Optional<String> sid = optionalString(statement, path, "Sid");
        if (!sid.orElse("").chars().allMatch(PolicyReader::isLetterOrDigit)) {
            throw PolicyErrors.at(
                    path + ".Sid",
                    "received " + quote(new JsonString(sid.orElse("")))
                            + ", expected letters a to z, A to Z and digits only");
        }
        return sid.filter(text -> !text.isEmpty());
    }

    private static boolean isLetterOrDigit(int character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }

    private static Effect effect(JsonObject statement, String path) {
        JsonValue received = required(statement, path, "Effect");
        String value = string(received, path + ".Effect");
        return Stream.of(Effect.values())
                .filter(effect -> effect.jsonValue().equals(value))
                .findFirst()
                .orElseThrow(() -> PolicyErrors.at(
                        path + ".Effect",
                        "received " + quote(received) + ", expected \"Allow\" or \"Deny\", in this spelling"));
    }

    private StatementElement element(JsonObject statement, String path, Name positive, Name negative) {
        boolean hasPositive = statement.get(positive.jsonName()).isPresent();
        boolean hasNegative = statement.get(negative.jsonName()).isPresent();
        if (hasPositive == hasNegative) {
            throw PolicyErrors.at(
                    path,
                    "received " + (hasPositive ? "both " : "neither ") + positive.jsonName()
                            + (hasPositive ? " and " : " nor ") + negative.jsonName()
                            + ", expected exactly one of them");
        }
        Name name = hasPositive ? positive : negative;
        PatternReader reader = new PatternReader(version, name);
        List<PolicyValue> patterns = new ArrayList<>();
        forEachItem(
                required(statement, path, name.jsonName()),
                path + "." + name.jsonName(),
                (item, itemPath) -> patterns.add(reader.read(item, itemPath)));
        return new StatementElement(name, patterns);
    }
}
