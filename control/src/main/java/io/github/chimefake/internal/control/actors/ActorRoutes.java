package io.github.chimefake.internal.control.actors;

import io.github.chimefake.actors.Actor;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Actors: {@code chime.actor(user)}. */
public final class ActorRoutes {
    private static final Schema ERROR = Schema.object("The error of the call.")
            .required("class", Schema.string("The exception of the SDK for Java, for example ForbiddenException."))
            .optional("code", Schema.string("The error code; missing if there was no response."))
            .optional("status", Schema.integer("The HTTP status; missing if there was no response.", 100, 599))
            .required("message", Schema.string("The message.").length(0, Integer.MAX_VALUE))
            .optional("requestId", Schema.string("The x-amzn-RequestId of the response."))
            .optional(
                    "explanation",
                    Schema.string("Why it failed: what was received, what is valid, what to do.")
                            .length(0, Integer.MAX_VALUE));

    private static final NamedSchema OUTCOME = Schema.named(
            "ActorOutcome",
            Schema.object("What became of the call of an actor.")
                    .required("succeeded", Schema.bool("Whether the service has done it."))
                    .optional("messageId", Schema.string("The id of the message that was sent."))
                    .optional("error", ERROR));

    private final ControlledFake fake;

    private ActorRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        return List.of(Route.post("/v1/actors", "act", "Lets a user do something, by one call of the service")
                .description(
                        "The call passes all checks and is in the journal, marked as an actor's. Faults, stale reads and"
                                + " schedules leave it out unless withFaults is true. If the service responds with an error,"
                                + " this route responds with 200 and the error.")
                .body(ActionTable.SCHEMA)
                .responds(200, "What became of the call.", OUTCOME)
                .handle(new ActorRoutes(fake)::act));
    }

    private Reply act(Request request) {
        Fields body = request.body();
        ActionTable.Call call = ActionTable.read(body, new Names(fake));
        try {
            JsonBuilder outcome = new JsonBuilder().flag("succeeded", true);
            return Reply.ok(outcome.text("messageId", call.make(actor(body))));
        } catch (SdkException failure) {
            return Reply.ok(new JsonBuilder().flag("succeeded", false).put("error", error(failure)));
        }
    }

    private Actor actor(Fields body) {
        Names names = new Names(fake);
        Actor actor = fake.chime().actor(names.user(body, "actor"));
        Actor signed = body.findString("signedBy")
                .map(caller -> actor.signedBy(names.caller(body, "signedBy")))
                .orElse(actor);
        return body.flag("withFaults", false) ? signed.withFaults() : signed;
    }

    private JsonObject error(SdkException failure) {
        JsonBuilder json = new JsonBuilder().text("class", failure.getClass().getSimpleName());
        if (!(failure instanceof AwsServiceException response)) {
            return json.text("message", String.valueOf(failure.getMessage())).toJson();
        }
        Optional<AwsErrorDetails> details = Optional.ofNullable(response.awsErrorDetails());
        json.text("code", details.map(AwsErrorDetails::errorCode))
                .number("status", response.statusCode())
                .text(
                        "message",
                        details.map(AwsErrorDetails::errorMessage)
                                .orElseGet(() -> String.valueOf(failure.getMessage())));
        Optional<String> requestId = Optional.ofNullable(response.requestId());
        return json.text("requestId", requestId)
                .text("explanation", requestId.flatMap(this::explanation))
                .toJson();
    }

    private Optional<String> explanation(String requestId) {
        return fake.chime().journal().calls().stream()
                .flatMap(call -> call.attempts().stream())
                .filter(attempt -> attempt.requestId().filter(requestId::equals).isPresent())
                .findFirst()
                .flatMap(RecordedAttempt::errorResponse)
                .map(ErrorResponse::explanation);
    }
}
