package io.github.chimefake.internal.control.api;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.state.StateValue;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** Callers and their credentials. A secret is only in the response to the request that creates it. */
final class CallerRoutes {
    private static final String PATH = "caller";
    private static final String PATH_DESCRIPTION =
            "The id or the principal of a caller, for example AIDACHIMEFAKE00000001 or user/test.";

    private static final ObjectSchema REFINEMENTS = Schema.object("What is changed of a caller.")
            .optional(
                    "tags",
                    Schema.map(
                            "Tags to set, by their keys.",
                            Schema.string("A value.").length(0, 256)))
            .optional(
                    "sessionName",
                    Schema.string("The name of the session of an assumed role.")
                            .pattern("^[A-Za-z0-9_+=,.@-]{2,64}$", "2 to 64 letters, digits and _ + = , . @ -"))
            .optional(
                    "sourceIp",
                    Schema.string("The source address of its calls, for policies.")
                            .length(1, 100))
            .optional(
                    "contextKeys",
                    Schema.map(
                            "Condition keys of its calls, for policies; without values, the key is absent.",
                            Schema.array("The values of a key.", Schema.string("A value."))))
            .optional("expiresIn", Schema.duration("Gives it temporary credentials with this lifetime. Positive."));

    private static final Schema CREDENTIALS = Schema.named(
            "CallerCredentials",
            Schema.object("A caller with new credentials. No other response has the secrets.")
                    .required("id", Schema.string("Its id: IAM's unique identifier."))
                    .required("principalArn", Schema.string("Its principal."))
                    .required("identityArn", Schema.string("What policies are attached to."))
                    .required("accessKeyId", Schema.string("The access key id."))
                    .required("secretAccessKey", Schema.string("The secret access key."))
                    .optional("sessionToken", Schema.string("The session token of temporary credentials."))
                    .optional("expiration", Schema.string("When they expire by the fake's clock, in ISO 8601.")));

    private final ControlledFake fake;

    private CallerRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        CallerRoutes routes = new CallerRoutes(fake);
        return List.of(
                Route.post("/v1/callers", "createCaller", "Creates a caller with credentials")
                        .body(Schema.object("A principal that signs requests.")
                                .required(
                                        "principal",
                                        Schema.string("An ARN, or user/NAME, role/NAME or assumed-role/ROLE in the"
                                                        + " fake's account.")
                                                .length(1, 1600))
                                .including(REFINEMENTS))
                        .responds(201, "The caller.", CREDENTIALS)
                        .handle(routes::create),
                Route.get("/v1/callers", "listCallers", "Returns all callers, without their secrets")
                        .responds(
                                200,
                                "The callers, sorted by their ids.",
                                Schema.object("All callers.")
                                        .required("callers", Schema.array("The callers.", StateSchemas.CALLER)))
                        .handle(routes::list),
                Route.get("/v1/callers/{caller}", "readCaller", "Returns one caller, without its secrets")
                        .path(PATH, PATH_DESCRIPTION)
                        .responds(200, "The caller.", StateSchemas.CALLER)
                        .handle(request -> Reply.ok(routes.json(routes.require(request)))),
                Route.patch("/v1/callers/{caller}", "changeCaller", "Changes a caller")
                        .description("Its keys change only with expiresIn; to read the new ones, rotate them.")
                        .path(PATH, PATH_DESCRIPTION)
                        .body(REFINEMENTS)
                        .responds(200, "The caller after the change.", StateSchemas.CALLER)
                        .handle(routes::change),
                Route.post("/v1/callers/{caller}/expire", "expireCaller", "Expires the credentials of a caller")
                        .description("Its calls get an ExpiredTokenException 403.")
                        .path(PATH, PATH_DESCRIPTION)
                        .responds(200, "The caller.", StateSchemas.CALLER)
                        .handle(routes::expire),
                Route.post("/v1/callers/{caller}/revoke", "revokeCaller", "Revokes the credentials of a caller")
                        .description("Its calls get an UnrecognizedClientException 403.")
                        .path(PATH, PATH_DESCRIPTION)
                        .responds(200, "The caller.", StateSchemas.CALLER)
                        .handle(routes::revoke),
                Route.post("/v1/callers/{caller}/rotate", "rotateCaller", "Replaces the credentials of a caller")
                        .description("Calls signed with the earlier keys get an UnrecognizedClientException 403.")
                        .path(PATH, PATH_DESCRIPTION)
                        .responds(200, "The caller with its new credentials.", CREDENTIALS)
                        .handle(routes::rotate),
                Route.put("/v1/credentials", "configureCredentials", "Sets whether unknown access keys are accepted")
                        .body(Schema.object("The setting.")
                                .required(
                                        "knownKeysOnly",
                                        Schema.bool("Whether calls with an unknown access key get an"
                                                + " UnrecognizedClientException 403.")))
                        .respondsNothing("It was set.")
                        .handle(routes::configure));
    }

    private Reply create(Request request) {
        Fields body = request.body();
        String principal = body.string("principal");
        boolean assumed = principal.contains("assumed-role/");
        CallerChecks.require(body, assumed);
        ChimeCaller caller = refined(body.check("principal", () -> fake.chime().caller(principal)), body);
        return Reply.created("/v1/callers/" + caller.uniqueId(), credentials(caller));
    }

    private Reply change(Request request) {
        ChimeCaller caller = require(request);
        CallerChecks.require(request.body(), caller.principalArn().contains(":assumed-role/"));
        return Reply.ok(json(refined(caller, request.body())));
    }

    private static ChimeCaller refined(ChimeCaller created, Fields body) {
        ChimeCaller caller = created;
        for (var tag : body.stringMap("tags").entrySet()) {
            caller = caller.tag(tag.getKey(), tag.getValue());
        }
        if (body.has("contextKeys")) {
            Fields keys = body.fields("contextKeys");
            for (String key : keys.object().members().keySet()) {
                caller = caller.contextKey(key, keys.strings(key).toArray(String[]::new));
            }
        }
        if (body.has("sourceIp")) {
            caller = caller.sourceIp(body.string("sourceIp"));
        }
        if (body.has("sessionName")) {
            caller = caller.sessionName(body.string("sessionName"));
        }
        return body.has("expiresIn") ? caller.expiresIn(body.duration("expiresIn")) : caller;
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(
                        "callers",
                        fake.chime().state().callers().stream()
                                .map(StateValue::json)
                                .toList()));
    }

    private Reply expire(Request request) {
        ChimeCaller caller = require(request);
        fake.chime().credentials().expireNow(caller);
        return Reply.ok(json(caller));
    }

    private Reply revoke(Request request) {
        ChimeCaller caller = require(request);
        fake.chime().credentials().revoke(caller);
        return Reply.ok(json(caller));
    }

    private Reply rotate(Request request) {
        return Reply.ok(credentials(fake.chime().credentials().rotate(require(request))));
    }

    private Reply configure(Request request) {
        fake.chime().credentials().knownKeysOnly(request.body().flag("knownKeysOnly"));
        return Reply.noContent();
    }

    private ChimeCaller require(Request request) {
        String reference = request.path(PATH);
        return fake.references()
                .findCaller(reference)
                .orElseThrow(() -> ProblemException.notFound(
                        "There is no caller \"" + reference + "\"; GET /v1/callers returns those that are registered"));
    }

    private JsonObject json(ChimeCaller caller) {
        return fake.chime()
                .state()
                .caller(caller)
                .map(StateValue::json)
                .orElseThrow(() -> ProblemException.notFound("The caller " + caller + " was removed by a reset"));
    }

    private static JsonObject credentials(ChimeCaller caller) {
        AwsCredentials credentials = caller.credentials();
        return new JsonBuilder()
                .text("id", caller.uniqueId())
                .text("principalArn", caller.principalArn())
                .text("identityArn", caller.identityArn())
                .text("accessKeyId", credentials.accessKeyId())
                .text("secretAccessKey", credentials.secretAccessKey())
                .text(
                        "sessionToken",
                        credentials instanceof AwsSessionCredentials session
                                ? Optional.of(session.sessionToken())
                                : Optional.empty())
                .text("expiration", caller.expiration().map(Object::toString))
                .toJson();
    }
}
