package io.github.chimefake.internal.iam.template;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.iam.syntax.PolicyErrors;
import io.github.chimefake.internal.iam.syntax.PolicyJson;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the policy in what tools write around it: a byte order mark, the percent-encoding of IAM's API, the output of the AWS CLI, a
 * function of CloudFormation that returns the policy as text.
 */
public final class PolicySource {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String ENCODED_BRACE = "%7b";
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** Each text may contain another one; policies in the field have at most three around them. */
    private static final int DEEPEST = 16;

    /**
     * The members that contain the policy in responses of IAM, Organizations and others, and in resources of CloudFormation, in the
     * order in which they are looked for.
     */
    private static final List<String> ENVELOPES =
            List.of("PolicyVersion", "PolicyDocument", "Document", "Policy", "Content", "InlinePolicy", "Properties");

    private final Placeholders placeholders;

    PolicySource(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Returns the policy in a text that is not a template.
     *
     * @throws InvalidPolicyException if the text is not JSON
     */
    public static JsonValue withoutTemplate(String text) {
        return new PolicySource(new Placeholders(List.of())).document(text);
    }

    /** Returns the policy in a value that is part of another document. */
    public static JsonValue withoutTemplate(JsonValue value) {
        return new PolicySource(new Placeholders(List.of())).document(value, 0);
    }

    JsonValue document(String text) {
        return document(parse(text), 0);
    }

    private JsonValue document(JsonValue value, int depth) {
        Optional<JsonValue> inner = depth < DEEPEST ? inner(value) : Optional.empty();
        return inner.isPresent() ? document(inner.get(), depth + 1) : value;
    }

    private Optional<JsonValue> inner(JsonValue value) {
        if (value instanceof JsonString text) {
            return looksLikeJson(text.value()) ? Optional.of(parse(text.value())) : Optional.empty();
        }
        if (!(value instanceof JsonObject object) || object.get("Statement").isPresent()) {
            return Optional.empty();
        }
        if (IntrinsicFunctions.isCalledBy(object)) {
            return new IntrinsicFunctions(placeholders).evaluate(object, "$");
        }
        return ENVELOPES.stream()
                .flatMap(name -> object.get(name).stream())
                .findFirst()
                .map(PolicySource::required);
    }

    /** Returns the content of an envelope, unless it only describes a policy. */
    private static JsonValue required(JsonValue content) {
        if (content instanceof JsonObject description
                && description.get("DefaultVersionId").isPresent()
                && description.get("Arn").isPresent()) {
            throw PolicyErrors.at(
                    "$",
                    "received the description of a policy " + PolicyJson.quote(content)
                            + ", expected a policy document." + " Read it with aws iam get-policy-version");
        }
        return content;
    }

    private static boolean looksLikeJson(String text) {
        String beginning = withoutMark(text).stripLeading();
        return beginning.startsWith("{") || beginning.startsWith("\"") || isEncoded(beginning);
    }

    /** Parses a text. If it is no JSON as long as it has placeholders, these are replaced first. */
    private JsonValue parse(String text) {
        String json = withoutMark(text);
        if (isEncoded(json.strip())) {
            json = decoded(json.strip());
        }
        try {
            return Json.parse(json);
        } catch (MalformedJsonException e) {
            return Placeholders.isOneIn(json) ? parseReplaced(json, e) : refuse(e);
        }
    }

    private JsonValue parseReplaced(String json, MalformedJsonException before) {
        try {
            return Json.parse(placeholders.replaced(json));
        } catch (MalformedJsonException e) {
            return refuse(before);
        }
    }

    private static JsonValue refuse(MalformedJsonException e) {
        throw PolicyErrors.malformed(e);
    }

    /** Returns the text without the byte order mark with which some editors and shells begin a file. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static boolean isEncoded(String text) {
        return text.regionMatches(true, 0, ENCODED_BRACE, 0, ENCODED_BRACE.length());
    }

    /** Decodes by RFC 3986, as IAM encodes documents in its responses. A broken escape stays, and is reported as malformed JSON. */
    private static String decoded(String text) {
        return ESCAPES.matcher(text).replaceAll(escapes -> {
            byte[] bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
            return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
        });
    }
}
