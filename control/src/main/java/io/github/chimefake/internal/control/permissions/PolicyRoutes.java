package io.github.chimefake.internal.control.permissions;

import static java.util.Comparator.comparing;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.InvalidSimulationException;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.iam.PolicySimulator;
import io.github.chimefake.iam.PolicyTemplate;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.calls.SetupIds;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.permissions.PolicyMode;
import java.util.List;
import java.util.Map;

/** IAM policies of callers: attached, detached, simulated, and how they are evaluated. */
public final class PolicyRoutes {
    private static final int LENGTH = 1_000_000;

    private static final NamedSchema POLICY = Schema.named(
            "Policy",
            Schema.object("An IAM policy to be attached to a caller.")
                    .optional(
                            "caller",
                            Schema.string(
                                            "The caller: its id, an access key id, or its principal; the default caller without it.")
                                    .length(1, 1600))
                    .required(
                            "policy",
                            Schema.any("The policy document as an object or as a string, also in the output of aws iam"
                                    + " get-policy-version or in a resource of CloudFormation."))
                    .optional(
                            "name",
                            Schema.string("Its name in explanations; \"policy\" without it.")
                                    .length(1, 200))
                    .optional("kind", Schema.names("The kind of policy; IDENTITY without it.", PolicyKind.class))
                    .optional(
                            "level",
                            Schema.string(
                                            "Of a service control policy: the level of the organization, for example root.")
                                    .length(1, 200))
                    .optional(
                            "replacing",
                            Schema.map(
                                    "Texts in all strings of the policy, such as placeholders, and what replaces them.",
                                    Schema.string("What replaces it.")))
                    .optional(
                            "mapping",
                            Schema.map(
                                    "ARNs of real app instances, and those of the fake that replace them.",
                                    Schema.string("The ARN of an app instance of the fake."))));

    private static final NamedSchema ATTACHED = Schema.named(
            "AttachedPolicy",
            Schema.object("A policy that is attached.")
                    .required("id", Schema.string("Its id."))
                    .required(
                            "caller",
                            Schema.string("The current access key id of the caller through which it was attached."))
                    .required("principalArn", Schema.string("The principal of that caller."))
                    .required("kind", Schema.names("The kind of policy.", PolicyKind.class))
                    .required("name", Schema.string("Its name."))
                    .optional("level", Schema.string("The level of the organization."))
                    .required(
                            "warnings",
                            Schema.array(
                                    "What is most likely a mistake, for example actions that Chime does not have.",
                                    Schema.object("A warning.")
                                            .required("path", text("Where it is in the policy."))
                                            .required(
                                                    "message",
                                                    text("What was received, why it is doubtful, what to write."))))
                    .optional("given", POLICY));

    private static final ObjectSchema SETTINGS = Schema.object("How policies are evaluated; what is left out stays.")
            .optional("policyMode", Schema.names("Whether denied calls fail, or are only reported.", PolicyMode.class))
            .optional("policyDenialError", AwsNames.ERROR)
            .optional("requirePolicies", Schema.bool("Whether all calls of callers without any policy are denied."))
            .optional("limitPolicies", Schema.bool("Whether policies must keep AWS's quotas when they are attached."));

    private static final String POLICIES = "/v1/policies";

    private final ControlledFake fake;
    private final SetupIds<AttachedPolicy> ids;

    private static Schema text(String description) {
        return Schema.string(description).length(0, LENGTH);
    }

    private PolicyRoutes(ControlledFake fake) {
        this.fake = fake;
        this.ids = new SetupIds<>("policy", () -> fake.chime().permissions().attachedPolicies());
    }

    /** Returns the routes. */
    public static List<Route> of(ControlledFake fake) {
        PolicyRoutes routes = new PolicyRoutes(fake);
        return List.of(
                Route.post(POLICIES, "attachPolicy", "Attaches an IAM policy to a caller")
                        .description("Once the caller has a policy, calls that its policies do not allow are denied.")
                        .body(POLICY)
                        .responds(201, "The policy with its id and warnings.", ATTACHED)
                        .handle(routes::attach),
                Route.get(POLICIES, "listPolicies", "Returns the policies that are attached")
                        .query("caller", References.CALLER, "Only the policies that apply to this caller.")
                        .responds(
                                200,
                                "The policies, those that Java or the baseline has attached included.",
                                Schema.object("The policies.")
                                        .required("policies", Schema.array("The policies.", ATTACHED)))
                        .handle(routes::list),
                Route.get(POLICIES + "/{id}", "getPolicy", "Returns one policy that is attached")
                        .path("id", "The id of the policy.")
                        .responds(200, "The policy.", ATTACHED)
                        .handle(request -> Reply.ok(routes.show(routes.require(request)))),
                Route.delete(POLICIES + "/{id}", "detachPolicy", "Detaches a policy")
                        .path("id", "The id of the policy.")
                        .responds(200, "The policy as it was.", ATTACHED)
                        .handle(routes::detach),
                Route.patch("/v1/policy-settings", "changePolicySettings", "Changes how policies are evaluated")
                        .description(
                                "DELETE /v1/permissions sets these settings back, and removes all rules and policies.")
                        .body(SETTINGS)
                        .respondsNothing("They are changed.")
                        .handle(routes::change),
                Route.post("/v1/policy-simulation", "simulatePolicies", "Decides whether policies allow an action")
                        .description(
                                "Without any caller of the fake. docs/policy-simulation.md describes request and result.")
                        .body(Schema.map(
                                "action, resources, principal, context, identityPolicies, permissionsBoundary, sessionPolicies,"
                                        + " serviceControlPolicies, limitPolicies.",
                                Schema.any("The value.")))
                        .responds(
                                200,
                                "The decision on each resource, with reasons.",
                                Schema.object("The result.")
                                        .required(
                                                "results",
                                                Schema.array(
                                                        "A decision for each resource.", Schema.any("The decision."))))
                        .handle(PolicyRoutes::simulate));
    }

    private Reply attach(Request request) {
        Fields fields = request.body();
        ChimeCaller caller = fields.has("caller")
                ? fake.references().caller(fields, "caller")
                : fake.chime().caller();
        PolicyKind kind = fields.findConstant("kind", PolicyKind.class).orElse(PolicyKind.IDENTITY);
        if (fields.has("level") && kind != PolicyKind.SERVICE_CONTROL) {
            throw fields.invalid("level", "only policies of the kind SERVICE_CONTROL have a level; leave it out");
        }
        PolicyTemplate template = template(fields);
        CallerPermissionSelection attaching = fake.chime().permissions().by(caller);
        try {
            AttachedPolicy attached = fields.has("level")
                    ? attaching.attachServiceControl(fields.string("level"), template)
                    : attaching.attach(kind, template);
            ids.given(attached, fields.object());
            return Reply.created(POLICIES + "/" + ids.id(attached), show(attached));
        } catch (InvalidPolicyException invalid) {
            throw new InvalidFieldException(
                    new JsonPath(fields.path().member("policy") + invalid.path().replaceFirst("^\\$", "")),
                    String.valueOf(invalid.getMessage()));
        }
    }

    private static PolicyTemplate template(Fields fields) {
        JsonValue policy = fields.value("policy");
        String json = policy instanceof JsonString text ? text.value() : policy.toJson();
        PolicyTemplate template =
                PolicyTemplate.policy(fields.findString("name").orElse("policy"), json);
        for (Map.Entry<String, String> each : fields.stringMap("replacing").entrySet()) {
            PolicyTemplate before = template;
            template = fields.check("replacing", () -> before.replacing(each.getKey(), each.getValue()));
        }
        for (Map.Entry<String, String> each : fields.stringMap("mapping").entrySet()) {
            PolicyTemplate before = template;
            template = fields.check("mapping", () -> before.mapping(each.getKey(), each.getValue()));
        }
        return template;
    }

    private Reply list(Request request) {
        List<AttachedPolicy> policies = request.query().has("caller")
                ? fake.chime()
                        .permissions()
                        .by(fake.references().caller(request.query(), "caller"))
                        .attachedPolicies()
                : ids.list();
        return Reply.ok(new JsonBuilder()
                .items(
                        "policies",
                        policies.stream()
                                .sorted(comparing(ids::number))
                                .map(this::show)
                                .toList()));
    }

    private Reply detach(Request request) {
        AttachedPolicy policy = require(request);
        policy.close();
        return Reply.ok(show(policy));
    }

    private AttachedPolicy require(Request request) {
        String id = request.path("id");
        return ids.find(id)
                .orElseThrow(() -> ProblemException.notFound("No policy with the id \"" + id
                        + "\" is attached. It may have been detached, by a reset as well. GET " + POLICIES
                        + " lists those that are attached"));
    }

    private JsonObject show(AttachedPolicy policy) {
        JsonBuilder json = new JsonBuilder()
                .text("id", ids.id(policy))
                .text("caller", policy.caller().accessKeyId())
                .text("principalArn", policy.caller().principalArn())
                .text("kind", policy.kind().name())
                .text("name", policy.policy().name())
                .text("level", policy.level())
                .items(
                        "warnings",
                        policy.warnings().stream()
                                .map(warning -> new JsonBuilder()
                                        .text("path", warning.path())
                                        .text("message", warning.message())
                                        .toJson())
                                .toList());
        ids.given(policy).ifPresent(given -> json.put("given", given));
        return json.toJson();
    }

    private Reply change(Request request) {
        Fields fields = request.body();
        Permissions permissions = fake.chime().permissions();
        fields.findConstant("policyMode", PolicyMode.class).ifPresent(permissions::policyMode);
        fields.findString("policyDenialError").map(AwsNames::error).ifPresent(permissions::policyDenialError);
        if (fields.has("requirePolicies")) {
            permissions.requirePolicies(fields.flag("requirePolicies"));
        }
        if (fields.has("limitPolicies")) {
            permissions.limitPolicies(fields.flag("limitPolicies"));
        }
        return Reply.noContent();
    }

    private static Reply simulate(Request request) {
        try {
            return Reply.ok(parsed(PolicySimulator.simulate(request.json().toJson())));
        } catch (InvalidSimulationException invalid) {
            throw new InvalidFieldException(new JsonPath(invalid.path()), String.valueOf(invalid.getMessage()));
        }
    }

    static JsonValue parsed(String json) {
        try {
            return Json.parse(json);
        } catch (MalformedJsonException impossible) {
            throw new IllegalStateException("The library wrote malformed JSON", impossible);
        }
    }
}
