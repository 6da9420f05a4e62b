package io.github.chimefake.internal.control.journal;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.sdk.EqualMembers;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.journal.RecordedCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Selects calls of the journal. An empty component selects any.
 *
 * @param after only calls with a higher index
 * @param denied whether the last response of a call was an authorization failure
 * @param failed whether the last response of a call was an error
 * @param byActor whether an actor made it
 */
record CallQuery(
        long after,
        Set<Operation> operations,
        Optional<String> bearerArn,
        Optional<ChimeCaller> caller,
        Optional<String> channelArn,
        Optional<EqualMembers> members,
        Optional<ChimeError> error,
        Optional<Boolean> denied,
        Optional<Boolean> failed,
        Optional<Boolean> byActor) {
    private static final String AFTER =
            "Only calls with a higher index. A call is in the journal when it is over, so a call that is under way"
                    + " may be added later with a lower index: page while no call is under way.";

    /** The words of a query in a body. */
    static final ObjectSchema SCHEMA = Schema.object("Selects calls, in the words of rules and faults.")
            .optional("after", afterIndex())
            .optional("on", CallWords.OPERATIONS)
            .optional("by", CallWords.BY)
            .optional("inChannel", References.CHANNEL)
            .optional("matching", CallWords.MATCHING)
            .optional("error", AwsNames.ERROR)
            .optional("denied", Schema.bool("true for calls that failed with 401 or 403, false for all others."))
            .optional("failed", Schema.bool("true for calls that failed with any error, false for all others."))
            .optional("byActor", Schema.bool("true for calls of actors, false for all others."));

    private static Schema afterIndex() {
        return Schema.integer(AFTER, 0, Long.MAX_VALUE);
    }

    /** Adds the parameters of a query in a URL. */
    static Route.Builder parameters(Route.Builder route) {
        return route.query("after", afterIndex(), AFTER)
                .query("on", AwsNames.OPERATION, "Only calls of this operation.")
                .query("by", References.USER, "Only calls with this user in x-amz-chime-bearer: its id or ARN.")
                .query(
                        "caller",
                        References.CALLER,
                        "Only calls signed by this caller: its id, an access key id or its principal.")
                .query("inChannel", References.CHANNEL, "Only calls on this channel: its id or ARN.")
                .query("error", AwsNames.ERROR, "Only calls that failed with this error.")
                .query(
                        "denied",
                        Schema.bool("true for calls that failed with 401 or 403, false for all others."),
                        "Only calls that failed with 401 or 403, or only others.")
                .query(
                        "failed",
                        Schema.bool("true for calls that failed with any error, false for all others."),
                        "Only calls that failed with any error, or only others.")
                .query(
                        "byActor",
                        Schema.bool("true for calls of actors, false for all others."),
                        "Only calls of actors, or only others.");
    }

    /** Returns the query in a URL. */
    static CallQuery ofParameters(Fields query, ControlledFake fake) {
        Names names = new Names(fake);
        return new CallQuery(
                index(query),
                query.findString("on").map(AwsNames::operation).map(Set::of).orElse(Set.of()),
                query.findString("by").map(user -> names.user(query, "by").arn()),
                query.findString("caller").map(key -> names.caller(query, "caller")),
                query.findString("inChannel").map(channel -> names.channel(query, "inChannel")),
                Optional.empty(),
                query.findString("error").map(AwsNames::error),
                query.findFlag("denied"),
                query.findFlag("failed"),
                query.findFlag("byActor"));
    }

    /** Returns the query in a body. The users and channels of a query need not exist. */
    static CallQuery ofBody(Fields body, ControlledFake fake) {
        Names names = new Names(fake);
        Fields by = body.findFields("by").orElseGet(Fields::none);
        List<Operation> operations =
                body.strings("on").stream().map(AwsNames::operation).toList();
        return new CallQuery(
                index(body),
                Set.copyOf(operations),
                by.findString("user").map(user -> names.user(by, "user").arn()),
                by.findString("caller").map(key -> names.caller(by, "caller")),
                body.findString("inChannel").map(channel -> names.channel(body, "inChannel")),
                SelectedCalls.members(body, operations),
                body.findString("error").map(AwsNames::error),
                body.findFlag("denied"),
                body.findFlag("failed"),
                body.findFlag("byActor"));
    }

    private static long index(Fields fields) {
        return fields.has("after")
                ? ((JsonNumber) fields.value("after")).value().longValue()
                : 0;
    }

    boolean selects(RecordedCall call) {
        return CallJson.index(call) > after
                && (operations.isEmpty()
                        || call.operation().filter(operations::contains).isPresent())
                && (bearerArn.isEmpty() || call.bearer().equals(bearerArn))
                && (caller.isEmpty()
                        || call.caller().filter(caller.get()::isSameAs).isPresent())
                && (channelArn.isEmpty() || call.channelArn().equals(channelArn))
                && (members.isEmpty() || call.request().filter(members.get()).isPresent())
                && (byActor.isEmpty() || byActor.get() == call.isByActor())
                && selectsOutcome(call);
    }

    private boolean selectsOutcome(RecordedCall call) {
        Optional<ChimeError> received = call.errorResponse().map(response -> response.error());
        return (failed.isEmpty() || failed.get() == received.isPresent())
                && (denied.isEmpty()
                        || denied.get() == received.filter(ChimeError::isDenial).isPresent())
                && (error.isEmpty() || received.equals(error));
    }
}
