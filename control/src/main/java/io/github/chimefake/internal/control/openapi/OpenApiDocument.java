package io.github.chimefake.internal.control.openapi;

import io.github.chimefake.internal.control.route.Parameter;
import io.github.chimefake.internal.control.route.Problem;
import io.github.chimefake.internal.control.route.Response;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.schema.Components;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes routes as an OpenAPI 3.1 document. */
public final class OpenApiDocument {
    private static final String BEARER = "bearer";

    private final RouteTable table;
    private final Components components = new Components();

    private OpenApiDocument(RouteTable table) {
        this.table = table;
    }

    /** Returns the document of these routes. */
    public static JsonObject of(RouteTable table) {
        return new OpenApiDocument(table).document();
    }

    private JsonObject document() {
        JsonObject paths = paths();
        return new JsonBuilder()
                .text("openapi", "3.1.0")
                .put(
                        "info",
                        new JsonBuilder()
                                .text("title", "Control API of the Chime messaging fake")
                                .text("version", "1")
                                .text(
                                        "description",
                                        "Sets up and reads a running fake of Amazon Chime SDK messaging. Errors are"
                                                + " problem details (RFC 9457); after one, nothing has changed.")
                                .put("license", license())
                                .toJson())
                .items("tags", tags())
                .put("paths", paths)
                .put(
                        "components",
                        new JsonBuilder()
                                .put("schemas", components.toJson())
                                .put("securitySchemes", securitySchemes())
                                .toJson())
                .toJson();
    }

    private static JsonObject license() {
        return new JsonBuilder()
                .text("name", "Apache-2.0")
                .text("identifier", "Apache-2.0")
                .toJson();
    }

    private static JsonObject securitySchemes() {
        return new JsonBuilder()
                .put(
                        BEARER,
                        new JsonBuilder()
                                .text("type", "http")
                                .text("scheme", BEARER)
                                .text("description", "The token with which the control API was started, if any.")
                                .toJson())
                .toJson();
    }

    private List<JsonObject> tags() {
        return table.routes().stream()
                .map(Route::noun)
                .distinct()
                .map(noun -> new JsonBuilder().text("name", noun).toJson())
                .toList();
    }

    private JsonObject paths() {
        Map<String, JsonBuilder> paths = new LinkedHashMap<>();
        for (Route route : table.routes()) {
            paths.computeIfAbsent(route.path().text(), path -> new JsonBuilder())
                    .put(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        JsonBuilder result = new JsonBuilder();
        paths.forEach((path, operations) -> result.put(path, operations.toJson()));
        return result.toJson();
    }

    private JsonObject operation(Route route) {
        JsonBuilder operation = new JsonBuilder()
                .text("operationId", route.operation())
                .text("summary", route.summary())
                .texts("tags", List.of(route.noun()));
        if (!route.description().isEmpty()) {
            operation.text("description", route.description());
        }
        operation.items("security", security(route));
        if (!route.parameters().isEmpty()) {
            operation.items("parameters", parameters(route));
        }
        route.body()
                .ifPresent(schema -> operation.put(
                        "requestBody",
                        new JsonBuilder()
                                .put("content", content("application/json", schema.describe(components)))
                                .flag("required", true)
                                .toJson()));
        return operation.put("responses", responses(route)).toJson();
    }

    /** Returns that a token is optional, as a control API may be started without one. */
    private static List<JsonObject> security(Route route) {
        return route.open()
                ? List.of()
                : List.of(new JsonBuilder().texts(BEARER, List.of()).toJson(), JsonObject.EMPTY);
    }

    private List<JsonObject> parameters(Route route) {
        List<JsonObject> parameters = new ArrayList<>();
        for (Parameter parameter : route.parameters()) {
            JsonBuilder json = new JsonBuilder()
                    .text("name", parameter.name())
                    .text("in", parameter.place().name().toLowerCase(Locale.ROOT));
            if (parameter.place() == Parameter.Place.PATH) {
                json.flag("required", true);
            }
            parameters.add(json.text("description", parameter.description())
                    .put("schema", parameter.schema().describe(components))
                    .toJson());
        }
        return parameters;
    }

    private JsonObject responses(Route route) {
        JsonBuilder responses = new JsonBuilder();
        route.responses().stream()
                .sorted(Comparator.comparing(Response::status))
                .forEach(response -> responses.put(String.valueOf(response.status()), response(response)));
        return responses.toJson();
    }

    private JsonValue response(Response response) {
        JsonBuilder json = new JsonBuilder().text("description", response.description());
        response.schema()
                .ifPresent(schema -> json.put("content", content(response.mediaType(), schema.describe(components))));
        if (response.status() == 201) {
            json.put("headers", header("Location", "The path of the new object."));
        } else if (response.status() == 401 && response.mediaType().equals(Problem.MEDIA_TYPE)) {
            json.put("headers", header("WWW-Authenticate", "The scheme that is expected: Bearer."));
        }
        return json.toJson();
    }

    private static JsonObject header(String name, String description) {
        return new JsonBuilder()
                .put(
                        name,
                        new JsonBuilder()
                                .text("description", description)
                                .put(
                                        "schema",
                                        new JsonBuilder().text("type", "string").toJson())
                                .toJson())
                .toJson();
    }

    private static JsonObject content(String mediaType, JsonValue schema) {
        return new JsonBuilder()
                .put(mediaType, new JsonBuilder().put("schema", schema).toJson())
                .toJson();
    }
}
