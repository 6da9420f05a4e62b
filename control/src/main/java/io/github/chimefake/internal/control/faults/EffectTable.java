package io.github.chimefake.internal.control.faults;

import static java.util.stream.Collectors.toMap;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultEffects;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.sdk.ServiceJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The effects of faults that are data. To add one, add a row; {@code EffectTableTest} compares them with {@code FaultEffects}. */
final class EffectTable {
    static final String TYPE = "type";

    private static final Schema DURATION = Schema.duration("How long, for example \"PT0.2S\"; true time.");

    private static final Map<String, EffectForm> FORMS = table(
            row("error", "The error. The state is unchanged.", EffectTable::withError, EffectTable::error),
            row(
                    "throttledWithRetryAfter",
                    "ThrottledClientException with the header Retry-After, in seconds. The state is unchanged.",
                    object -> object.required("retryAfter", DURATION),
                    fields -> FaultEffects.throttledWithRetryAfter(fields.duration("retryAfter"))),
            row(
                    "throttledWithAmzRetryAfter",
                    "ThrottledClientException with the header x-amz-retry-after, in milliseconds. The state is unchanged.",
                    object -> object.required("retryAfter", DURATION),
                    fields -> FaultEffects.throttledWithAmzRetryAfter(fields.duration("retryAfter"))),
            rowOfOperation(
                    "response",
                    "A response in place of the service, with its status of success. Requires exactly one operation in on. The state"
                            + " is unchanged.",
                    object -> object.required(
                            "members",
                            Schema.map(
                                    "The members of the response in the JSON of the service.",
                                    Schema.any("The value."))),
                    EffectTable::response),
            row(
                    "http",
                    "An HTTP response in place of the service, for example that of a proxy. The state is unchanged.",
                    object -> object.required("status", Schema.integer("The status.", 200, 599))
                            .optional("body", Bodies.SCHEMA),
                    fields -> FaultEffects.response(fields.integer("status"), Bodies.read(fields))),
            row(
                    "delay",
                    "The response, later: by duration, or by a random one from shortest to longest. The state changes"
                            + " before.",
                    object -> object.optional("duration", DURATION)
                            .optional("shortest", DURATION)
                            .optional("longest", DURATION),
                    EffectTable::delay),
            row("lostRequest", "A connection that is reset. The state is unchanged.", FaultEffects::lostRequest),
            row(
                    "lostResponse",
                    "A connection that is closed before the response. The state changes.",
                    FaultEffects::lostResponse),
            row(
                    "resetResponse",
                    "A connection that is reset instead of the response. The state changes.",
                    FaultEffects::resetResponse),
            row(
                    "responseClosedHalfWay",
                    "Half of the body, then the end of the connection. The state changes.",
                    FaultEffects::responseClosedHalfWay),
            row("emptyBody", "The response without its body. The state changes.", FaultEffects::emptyBody),
            row(
                    "truncatedBody",
                    "Half of the JSON, in a complete HTTP response. The state changes.",
                    FaultEffects::truncatedBody),
            row("malformedBody", "A body that is no JSON. The state changes.", FaultEffects::malformedBody),
            row(
                    "contentType",
                    "The response with another content type. The state changes.",
                    object -> object.required(
                            "contentType", Schema.string("The content type.").length(0, 200)),
                    fields ->
                            fields.check("contentType", () -> FaultEffects.contentType(fields.string("contentType")))),
            row(
                    "slowBody",
                    "The body in parts over this time. The state changes.",
                    object -> object.required("duration", DURATION),
                    fields -> fields.check("duration", () -> FaultEffects.slowBody(fields.duration("duration")))),
            row(
                    "staleRead",
                    "The response of a read that misses the last writes. The state is unchanged.",
                    object -> object.optional("writes", Schema.integer("How many writes; 1 without it.", 1, 100)),
                    fields ->
                            FaultEffects.staleRead(fields.findInteger("writes").orElse(1))),
            row(
                    "expiredCredentials",
                    "ExpiredTokenException, also in all later calls of the caller. The state is unchanged.",
                    FaultEffects::expiredCredentials),
            row(
                    "rotatedCredentials",
                    "UnrecognizedClientException, also in all later calls with the old keys. The state is unchanged.",
                    FaultEffects::rotatedCredentials),
            row("passes", "Nothing, for a place in a sequence.", FaultEffects::passes));

    /** Any effect. */
    static final NamedSchema SCHEMA = Schema.named(
            "Effect",
            Schema.choice(
                    "What happens to a call.",
                    TYPE,
                    FORMS.values().stream()
                            .collect(toMap(
                                    EffectForm::type, EffectForm::members, (one, other) -> one, LinkedHashMap::new))));

    private EffectTable() {}

    private static Map<String, EffectForm> table(EffectForm... forms) {
        return Stream.of(forms).collect(toMap(EffectForm::type, form -> form, (one, other) -> one, LinkedHashMap::new));
    }

    /** A row without members. */
    private static EffectForm row(String type, String description, Supplier<FaultEffect> factory) {
        return row(type, description, object -> object, fields -> factory.get());
    }

    private static EffectForm row(
            String type,
            String description,
            Function<ObjectSchema, ObjectSchema> members,
            Function<Fields, FaultEffect> factory) {
        return rowOfOperation(type, description, members, (fields, operations) -> factory.apply(fields));
    }

    /** A row whose effect depends on the selected operations. */
    private static EffectForm rowOfOperation(
            String type, String description, Function<ObjectSchema, ObjectSchema> members, EffectForm.Factory factory) {
        return new EffectForm(type, members.apply(Schema.object(description)), factory);
    }

    /** Returns the rows. */
    static List<EffectForm> forms() {
        return List.copyOf(FORMS.values());
    }

    /** Returns the effect of an object that {@link #SCHEMA} has accepted. */
    static FaultEffect read(Fields fields, List<Operation> operations) {
        EffectForm form = FORMS.get(fields.string(TYPE));
        if (form == null) {
            throw new IllegalStateException("The schema has accepted " + fields.object());
        }
        return form.factory().create(fields, operations);
    }

    /** Adds the members of an error. */
    static ObjectSchema withError(ObjectSchema object) {
        return object.required("error", AwsNames.ERROR)
                .optional(
                        "message",
                        Schema.string("The message; that of AWS without it.").length(0, 4096));
    }

    private static FaultEffect error(Fields fields) {
        ChimeError error = AwsNames.error(fields.string("error"));
        return FaultEffects.error(error, fields.findString("message").orElse(error.defaultMessage()));
    }

    private static FaultEffect response(Fields fields, List<Operation> operations) {
        Operation operation = SelectedCalls.onlyOperation(fields, "members", operations);
        Fields members = fields.fields("members");
        return FaultEffects.response(ServiceJson.response(operation, members.object(), members.path()));
    }

    private static FaultEffect delay(Fields fields) {
        boolean fixed = fields.has("duration");
        if (fixed == (fields.has("shortest") || fields.has("longest")) || (!fixed && !isRange(fields))) {
            throw fields.invalid("duration", "expected either duration, or both shortest and longest");
        }
        return fixed
                ? fields.check("duration", () -> FaultEffects.delay(fields.duration("duration")))
                : fields.check(
                        "shortest", () -> FaultEffects.delay(fields.duration("shortest"), fields.duration("longest")));
    }

    private static boolean isRange(Fields fields) {
        return fields.has("shortest") && fields.has("longest");
    }
}
