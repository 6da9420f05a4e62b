package io.github.chimefake.internal.control.journal;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.sdk.ServiceJson;
import io.github.chimefake.internal.exchange.AppliedFault;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.http.Secrets;
import io.github.chimefake.internal.journal.JournalAttempt;
import io.github.chimefake.internal.journal.JournalEntry;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.util.List;

/** Writes calls of the journal as JSON, without credentials. */
final class CallJson {
    private final SetupIds<FilteredRegistration> faults;

    /** Creates a writer that names faults by these ids. */
    CallJson(SetupIds<FilteredRegistration> faults) {
        this.faults = faults;
    }

    JsonObject write(RecordedCall call) {
        RecordedAttempt last = call.lastAttempt();
        JsonBuilder json = new JsonBuilder()
                .number("index", index(call))
                .text("operation", call.operation().map(Object::toString))
                .text("method", call.method())
                .text("target", Secrets.removedFrom(call.target()))
                .text("by", call.bearer())
                .text("inChannel", call.channelArn());
        call.caller().ifPresent(caller -> json.put("caller", caller(caller)));
        json.flag("byActor", call.isByActor());
        call.request().ifPresent(request -> json.put("request", ServiceJson.members(request)));
        json.text("outcome", Outcome.of(call).name()).number("status", last.status());
        call.errorResponse().ifPresent(error -> json.put("error", error(error)));
        call.response().ifPresent(response -> json.put("response", ServiceJson.members(response)));
        return json.items(
                        "attempts", call.attempts().stream().map(this::attempt).toList())
                .texts("pauses", call.pauses().stream().map(Object::toString).toList())
                .text("text", call.toString())
                .toJson();
    }

    /** Returns the number of the call among all requests, which is not reset. */
    static long index(RecordedCall call) {
        if (call instanceof JournalEntry entry) {
            return entry.order();
        }
        throw new IllegalArgumentException(call.getClass() + " is no call of a fake's journal");
    }

    private static JsonObject caller(ChimeCaller caller) {
        return new JsonBuilder()
                .text("accessKeyId", caller.accessKeyId())
                .text("principalArn", caller.principalArn())
                .toJson();
    }

    private static JsonObject error(ErrorResponse response) {
        return new JsonBuilder()
                .text("error", response.error().errorType())
                .text("message", response.message())
                .text("layer", response.layer().name())
                .text("explanation", response.explanation())
                .text("provenance", response.provenance().name())
                .toJson();
    }

    private JsonObject attempt(RecordedAttempt attempt) {
        JsonBuilder json = new JsonBuilder()
                .number("number", attempt.number())
                .instant("receivedAt", attempt.receivedAt())
                .duration("delay", attempt.delay())
                .number("status", attempt.status())
                .text("requestId", attempt.requestId())
                .text("connectionFault", attempt.connectionFault().map(Enum::name));
        attempt.errorResponse().ifPresent(error -> json.put("error", error(error)));
        attempt.auditModeDenial().ifPresent(denial -> json.put("auditModeDenial", error(denial)));
        return json.text("authorization", attempt.authorization())
                .flag("stubbed", attempt.isStubbed())
                .items("faults", applied(attempt).stream().map(this::fault).toList())
                .toJson();
    }

    private static List<AppliedFault> applied(RecordedAttempt attempt) {
        return attempt instanceof JournalAttempt own ? own.faults() : List.of();
    }

    private JsonObject fault(AppliedFault fault) {
        return new JsonBuilder()
                .text("id", faults.id((FilteredRegistration) fault.registration()))
                .text("description", fault.description())
                .toJson();
    }
}
