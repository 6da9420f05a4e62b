package io.github.chimefake.internal.control.server;

import io.github.chimefake.internal.control.route.Parameter;
import io.github.chimefake.internal.control.route.Problem;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.BooleanSchema;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.NumberSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.SchemaErrors;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.QueryString;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonBoolean;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads parameters and body of a request as its route describes them. */
final class RequestReader {
    /** The highest number of bytes of a body. */
    static final int BODY_LIMIT = 4 * 1024 * 1024;

    private static final int SKIPPED = 4 * BODY_LIMIT;
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private RequestReader() {}

    static Request read(Route route, Map<String, String> path, Incoming incoming) throws IOException {
        SchemaErrors errors = new SchemaErrors();
        for (Parameter parameter : route.parameters()) {
            if (parameter.place() == Parameter.Place.PATH) {
                String value = path.getOrDefault(parameter.name(), "");
                parameter.schema().check(new JsonString(value), new JsonPath(parameter.name()), errors);
            }
        }
        Fields query = query(route, incoming.rawQuery(), errors);
        if (!errors.list().isEmpty()) {
            throw new ProblemException(Problem.invalid(errors.list()));
        }
        return new Request(path, query, body(route, incoming));
    }

    private static Fields query(Route route, String rawQuery, SchemaErrors errors) {
        Map<String, Parameter> known = route.parameters().stream()
                .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
                .collect(Collectors.toMap(Parameter::name, parameter -> parameter));
        QueryString received;
        try {
            received = QueryString.parse(rawQuery);
        } catch (BrokenEscapeException e) {
            throw new ProblemException(Problem.of(400, "The query is not valid: " + e.getMessage()));
        }
        JsonBuilder values = new JsonBuilder();
        List<String> names = received.parameters().stream()
                .map(QueryString.Parameter::name)
                .distinct()
                .toList();
        for (String name : names) {
            JsonPath path = new JsonPath(name);
            Parameter parameter = known.get(name);
            List<String> sent = received.values(name);
            if (parameter == null) {
                errors.add(
                        path,
                        "this parameter of the query is not known; expected "
                                + (known.isEmpty() ? "no query" : String.join(", ", known.keySet())));
            } else if (sent.size() > 1) {
                errors.add(path, "it is given " + sent.size() + " times; expected once");
            } else {
                JsonValue value = value(parameter.schema(), sent.get(0));
                parameter.schema().check(value, path, errors);
                values.put(name, value);
            }
        }
        return new Fields(values.toJson(), JsonPath.PARAMETERS);
    }

    private static JsonValue value(Schema schema, String text) {
        if (schema instanceof NumberSchema && NUMBER.matcher(text).matches()) {
            return new JsonNumber(new BigDecimal(text));
        }
        if (schema instanceof BooleanSchema && (text.equals("true") || text.equals("false"))) {
            return new JsonBoolean(text.equals("true"));
        }
        return new JsonString(text);
    }

    private static Fields body(Route route, Incoming incoming) throws IOException {
        byte[] content = content(incoming);
        if (route.body().isEmpty()) {
            if (content.length > 0) {
                throw new ProblemException(Problem.of(400, "A body was received; expected none"));
            }
            return Fields.none();
        }
        JsonValue value = content.length == 0 ? JsonObject.EMPTY : parsed(content);
        SchemaErrors errors = new SchemaErrors();
        route.body().get().check(value, JsonPath.ROOT, errors);
        if (!errors.list().isEmpty()) {
            throw new ProblemException(Problem.invalid(errors.list()));
        }
        return new Fields((JsonObject) value, JsonPath.ROOT);
    }

    private static byte[] content(Incoming incoming) throws IOException {
        InputStream body = incoming.body();
        byte[] content = body.readNBytes(BODY_LIMIT + 1);
        if (content.length > BODY_LIMIT) {
            // A client that is still sending would otherwise not read the response.
            skip(body);
            throw new ProblemException(
                    Problem.of(413, "The body has more than " + BODY_LIMIT + " bytes; send it in parts"));
        }
        return content;
    }

    private static void skip(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        int skipped = 0;
        for (int read = body.read(buffer); read >= 0 && skipped < SKIPPED; read = body.read(buffer)) {
            skipped += read;
        }
    }

    private static JsonValue parsed(byte[] content) {
        try {
            return Json.parse(content);
        } catch (MalformedJsonException e) {
            throw new ProblemException(Problem.invalid(
                    List.of(new SchemaErrors.FieldError(JsonPath.ROOT.text(), String.valueOf(e.getMessage())))));
        }
    }

    /** Throws a problem with status 415 unless the request is JSON, if its method has a body. */
    static void requireJson(Incoming incoming) {
        List<String> types = incoming.headers("Content-Type");
        if (Route.hasContentType(incoming.method())
                && (types.size() != 1 || !JSON.matcher(types.get(0)).matches())) {
            throw new ProblemException(Problem.of(
                    415,
                    "The content type is " + (types.isEmpty() ? "missing" : String.join(", ", types))
                            + "; send Content-Type: application/json with every "
                            + incoming.method() + ", also without a body"));
        }
    }
}
