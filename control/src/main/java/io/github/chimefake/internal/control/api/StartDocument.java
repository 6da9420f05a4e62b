package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.route.Parameter;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.schema.Components;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.SchemaErrors;
import io.github.chimefake.internal.control.schema.SchemaErrors.FieldError;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document with which a fake starts: the test data of {@code POST /v1/fixtures}, and sections with the bodies of other routes.
 *
 * <pre>{@code
 * {"users": [{"id": "alice"}], "faults": [{"once": true, "effect": {"type": "lostResponse"}}]}
 * }</pre>
 */
public final class StartDocument {
    private static final String FIXTURES = "addFixtures";
    private static final String EDITOR = "$schema";

    /** In the order in which they are sent: the clock first, as messages are sent at what it shows. */
    private static final List<Section> SECTIONS = List.of(
            new Section("clock", "freezeClock", false),
            new Section("", FIXTURES, false),
            new Section("callers", "createCaller", true),
            new Section("credentials", "configureCredentials", false),
            new Section("directory", "changeDirectory", false),
            new Section("quotas", "setQuota", true),
            new Section("roles", "overrideRole", true),
            new Section("flows", "registerProcessor", true),
            new Section("policySettings", "changePolicySettings", false),
            new Section("policies", "attachPolicy", true),
            new Section("permissions", "addPermissionRule", true),
            new Section("faults", "addFault", true),
            new Section("connectPermissions", "addConnectRule", true),
            new Section("connectFaults", "addConnectFault", true),
            new Section("eventFaults", "addEventFault", true),
            new Section("sessionSettings", "changeSessionSettings", false),
            new Section("rates", "addRateLimit", true),
            new Section("consistency", "addStaleRead", true));

    private final RouteTable table;

    /** Creates the form of documents for these routes. */
    public StartDocument(RouteTable table) {
        this.table = table;
    }

    /**
     * A part of a document.
     *
     * @param name the member; empty for the document itself
     * @param operation the operation of the route that takes it
     * @param repeated whether it is a list, of which each item is one request
     */
    private record Section(String name, String operation, boolean repeated) {}

    /**
     * A request that sets up a part of a document.
     *
     * @param method the method
     * @param path the path
     * @param body the body
     * @param field where the body is in the document
     */
    public record Part(String method, String path, JsonObject body, JsonPath field) {}

    /** Returns what is not valid in the document; none if it is valid as far as its form says. */
    public List<FieldError> errors(JsonValue document) {
        SchemaErrors errors = new SchemaErrors();
        schema().check(document, JsonPath.ROOT, errors);
        return errors.list();
    }

    /** Returns the requests that set up a document without errors, in the order in which they must be sent. */
    public List<Part> parts(JsonObject document) {
        List<Part> parts = new ArrayList<>();
        for (Section section : SECTIONS) {
            Route route = route(section.operation());
            if (section.name().isEmpty()) {
                Map<String, JsonValue> members = new LinkedHashMap<>(document.members());
                SECTIONS.forEach(other -> members.remove(other.name()));
                members.remove(EDITOR);
                parts.add(part(route, new JsonObject(members), JsonPath.ROOT));
            } else {
                JsonPath field = JsonPath.ROOT.member(section.name());
                document.get(section.name()).ifPresent(value -> parts.addAll(parts(route, value, field)));
            }
        }
        return parts;
    }

    private static List<Part> parts(Route route, JsonValue value, JsonPath field) {
        if (value instanceof JsonObject body) {
            return List.of(part(route, body, field));
        }
        List<Part> parts = new ArrayList<>();
        List<JsonValue> items = ((JsonArray) value).items();
        for (int i = 0; i < items.size(); i++) {
            parts.add(part(route, (JsonObject) items.get(i), field.item(i)));
        }
        return parts;
    }

    /** Moves the members that are parameters of the path there. */
    private static Part part(Route route, JsonObject item, JsonPath field) {
        Map<String, JsonValue> body = new LinkedHashMap<>(item.members());
        String path = route.path().text();
        for (Parameter parameter : route.parameters()) {
            if (body.remove(parameter.name()) instanceof JsonString text) {
                path = path.replace("{" + parameter.name() + "}", text.value());
            }
        }
        return new Part(route.method(), path, new JsonObject(body), field);
    }

    /** Returns the JSON Schema of such documents, which editors use. */
    public JsonObject jsonSchema() {
        Components components = new Components();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(EDITOR, new JsonString("https://json-schema.org/draft/2020-12/schema"));
        members.put("title", new JsonString("What the Chime messaging fake starts with"));
        members.putAll(schema().describe(components).members());
        members.put(
                "components",
                new JsonBuilder().put("schemas", components.toJson()).toJson());
        return new JsonObject(members);
    }

    private ObjectSchema schema() {
        ObjectSchema schema = Schema.object("Test data, and settings of a fake.")
                .optional(
                        EDITOR,
                        Schema.string("Where this schema is, for editors.").length(1, 4096));
        for (Section section : SECTIONS) {
            Route route = route(section.operation());
            if (section.name().isEmpty()) {
                schema = schema.including((ObjectSchema) unnamed(body(route)));
            } else {
                Schema body = withParameters(route);
                schema = schema.optional(
                        section.name(),
                        section.repeated() ? Schema.array("Each as the body of " + route + ".", body) : body);
            }
        }
        return schema;
    }

    private static Schema withParameters(Route route) {
        Schema body = body(route);
        for (Parameter parameter : route.parameters()) {
            body = ((ObjectSchema) unnamed(body)).required(parameter.name(), parameter.schema());
        }
        return body;
    }

    private static Schema unnamed(Schema schema) {
        return schema instanceof NamedSchema named ? named.schema() : schema;
    }

    private static Schema body(Route route) {
        return route.body().orElseThrow();
    }

    private Route route(String operation) {
        return table.routes().stream()
                .filter(route -> route.operation().equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No route has the operation " + operation));
    }
}
