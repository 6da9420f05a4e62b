package io.github.chimefake.internal.control.route;

import io.github.chimefake.internal.control.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A route: a method, a path, and all that the server and the OpenAPI document must know of it.
 *
 * <pre>{@code
 * Route.post("/v1/clock/advance", "advanceClock", "Advances the clock")
 *         .body(ADVANCE)
 *         .responds(200, "The clock after it was advanced.", CLOCK)
 *         .handle(request -> …);
 * }</pre>
 *
 * @param method the method
 * @param path the path
 * @param operation the id of the operation in the OpenAPI document
 * @param summary what it does
 * @param description more about it; may be empty
 * @param parameters the parameters of the path and the query
 * @param body what the body may be; empty if it has none. An empty body counts as an object without members
 * @param responses the responses, those for errors included
 * @param open whether it needs no token
 * @param handler what it does
 */
public record Route(
        String method,
        PathTemplate path,
        String operation,
        String summary,
        String description,
        List<Parameter> parameters,
        Optional<Schema> body,
        List<Response> responses,
        boolean open,
        WaitingHandler handler) {

    private static final Schema NOTHING = Schema.named("Nothing", Schema.object("An empty object."));

    public Route {
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
    }

    /** Returns a builder for a route that reads. */
    public static Builder get(String path, String operation, String summary) {
        return new Builder("GET", path, operation, summary);
    }

    /** Returns a builder for a route that adds something, or acts. */
    public static Builder post(String path, String operation, String summary) {
        return new Builder("POST", path, operation, summary);
    }

    /** Returns a builder for a route that sets something. */
    public static Builder put(String path, String operation, String summary) {
        return new Builder("PUT", path, operation, summary);
    }

    /** Returns a builder for a route that changes parts of something. */
    public static Builder patch(String path, String operation, String summary) {
        return new Builder("PATCH", path, operation, summary);
    }

    /** Returns a builder for a route that removes something. */
    public static Builder delete(String path, String operation, String summary) {
        return new Builder("DELETE", path, operation, summary);
    }

    /** Returns the noun that the route is about: the first segment after the version. */
    public String noun() {
        return PathTemplate.segments(path.text()).get(2);
    }

    /**
     * Returns whether requests with this method must say that they are JSON, so that no form of a foreign page can send them. Browsers ask
     * before they send DELETE.
     */
    public static boolean hasContentType(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    @Override
    public String toString() {
        return method + " " + path.text();
    }

    /** Builds a route. Mutable. */
    public static final class Builder {
        private final String method;
        private final PathTemplate path;
        private final String operation;
        private final String summary;
        private String description = "";
        private final List<Parameter> parameters = new ArrayList<>();
        private Optional<Schema> body = Optional.empty();
        private final List<Response> responses = new ArrayList<>();
        private boolean open;

        Builder(String method, String path, String operation, String summary) {
            this.method = method;
            this.path = new PathTemplate(path);
            this.operation = operation;
            this.summary = summary;
        }

        /** Adds sentences to the summary. */
        public Builder description(String sentences) {
            description = sentences;
            return this;
        }

        /** Describes a parameter of the path. Adds the response 404 as well. */
        public Builder path(String name, String description) {
            parameters.add(new Parameter(
                    name, Parameter.Place.PATH, Schema.string(description).length(1, 4096), description));
            return notFound("There is no such " + name + ".");
        }

        /** Describes a parameter of the path with these values. Others get the response 400. */
        public Builder path(String name, Schema schema) {
            parameters.add(new Parameter(name, Parameter.Place.PATH, schema, schema.expected()));
            return this;
        }

        /** Adds a parameter of the query. */
        public Builder query(String name, Schema schema, String description) {
            parameters.add(new Parameter(name, Parameter.Place.QUERY, schema, description));
            return this;
        }

        /** Describes the body; without this, that of a route that writes must be an empty object, and others have none. */
        public Builder body(Schema schema) {
            body = Optional.of(schema);
            return this;
        }

        /** Documents a response with JSON. */
        public Builder responds(int status, String description, Schema schema) {
            return response(new Response(status, description, Reply.JSON, Optional.of(schema)));
        }

        /** Documents the response 200 with text. */
        public Builder respondsText(String description) {
            return response(new Response(
                    200,
                    description,
                    Reply.TEXT,
                    Optional.of(Schema.string(description).length(0, Integer.MAX_VALUE))));
        }

        /** Documents the response 204. */
        public Builder respondsNothing(String description) {
            return response(new Response(204, description, "", Optional.empty()));
        }

        /** Documents the response 404. */
        public Builder notFound(String description) {
            return problem(404, description);
        }

        /** Documents the response 409. */
        public Builder conflicts(String description) {
            return problem(409, description);
        }

        /** Documents a response with a problem. */
        public Builder problem(int status, String description) {
            return responses.stream().anyMatch(response -> response.status() == status)
                    ? this
                    : response(new Response(status, description, Problem.MEDIA_TYPE, Optional.of(Problem.SCHEMA)));
        }

        private Builder response(Response response) {
            responses.add(response);
            return this;
        }

        /** Needs no token. */
        public Builder withoutToken() {
            open = true;
            return this;
        }

        /** Returns the route that does this. */
        public Route handle(Handler handler) {
            return handleLater(request -> CompletableFuture.completedFuture(handler.handle(request)));
        }

        /** Returns the route that does this, and may respond later. */
        public Route handleLater(WaitingHandler handler) {
            if (hasContentType(method)) {
                body = body.or(() -> Optional.of(NOTHING));
                problem(413, "The body is too large.");
                problem(415, "The content type is not application/json.");
            }
            problem(400, "The request is not valid; the response names the field and what is valid.");
            if (!open) {
                problem(401, "The token is missing or wrong.");
            }
            problem(403, "The request comes from a page of another origin, or names another host.");
            if (!open) {
                problem(503, "The fake is closed.");
            }
            return new Route(method, path, operation, summary, description, parameters, body, responses, open, handler);
        }
    }
}
