package io.github.chimefake.standalone;

import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNull;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2 as JSON. Only what JSON can say is accepted; no class is ever loaded. */
final class Yaml {
    private static final int MAX_ALIASES = 50;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VALUES = 1_000_000;

    private int values;

    private Yaml() {}

    /**
     * Returns the document as JSON.
     *
     * @throws IllegalArgumentException with line and column, if it is not YAML
     * @throws InvalidFieldException if JSON cannot say what it says
     */
    static String toJson(String yaml, int maxLength) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(maxLength)
                .build();
        try {
            return new Yaml()
                    .json(new Load(settings).loadFromString(yaml), JsonPath.ROOT, 0)
                    .toString();
        } catch (StackOverflowError tooDeep) { // The parser itself has no limit.
            throw new IllegalArgumentException("it is nested deeper than " + MAX_DEPTH + " levels. Use fewer");
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(
                    "it is not valid YAML: "
                            + Optional.ofNullable(e.getMessage())
                                    .orElse(e.toString())
                                    .strip(),
                    e);
        }
    }

    private JsonValue json(@Nullable Object value, JsonPath path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new InvalidFieldException(path, "it is nested deeper than " + MAX_DEPTH + " levels. Use fewer");
        }
        values++; // Aliases can repeat a value in a short text without end.
        if (values > MAX_VALUES) {
            throw new InvalidFieldException(
                    JsonPath.ROOT,
                    "it has more than " + MAX_VALUES + " values, those that aliases repeat included. Use fewer");
        }
        if (value == null) {
            return new JsonNull();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((key, member) -> {
                String name = key(key, path);
                members.put(name, json(member, path.member(name), depth + 1));
            });
            return new JsonObject(members);
        }
        if (value instanceof List<?> list) {
            List<JsonValue> items = new ArrayList<>();
            for (Object item : list) {
                items.add(json(item, path.item(items.size()), depth + 1));
            }
            return new JsonArray(items);
        }
        return scalar(value, path);
    }

    private static String key(@Nullable Object key, JsonPath path) {
        if (key instanceof String text) {
            return text;
        }
        throw new InvalidFieldException(path, "the key " + key + " is not a text. Put it into quotes");
    }

    private static JsonValue scalar(Object value, JsonPath path) {
        if (value instanceof String text) {
            return new JsonString(text);
        }
        if (value instanceof Boolean flag) {
            return new JsonBoolean(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return JsonNumber.of(((Number) value).longValue());
        }
        if (value instanceof BigInteger large) {
            return new JsonNumber(new BigDecimal(large));
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return new JsonNumber(BigDecimal.valueOf(number));
        }
        throw new InvalidFieldException(
                path, "JSON has no value like " + value + ". Use a text, a number or a boolean");
    }
}
