package io.github.chimefake.internal.control.server;

import io.github.chimefake.internal.control.route.Problem;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.PercentEncoding;
import io.github.chimefake.internal.text.Shortened;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/** Finds the route of a request, and turns whatever is thrown into a problem. */
final class Dispatcher {
    private static final System.Logger LOGGER = System.getLogger(Dispatcher.class.getName());

    private static final int PATH_LENGTH = 200;

    private final RouteTable table;
    private final AccessCheck access;
    private final BooleanSupplier running;

    Dispatcher(RouteTable table, AccessCheck access, BooleanSupplier running) {
        this.running = running;
        this.table = table;
        this.access = access;
    }

    /** Carries the request out. The stage never completes with an exception, except that of a broken connection. */
    CompletionStage<Reply> dispatch(Incoming incoming) throws IOException {
        try {
            return started(incoming).exceptionally(this::problem);
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.completedFuture(problem(failure));
        }
    }

    private CompletionStage<Reply> started(Incoming incoming) throws IOException {
        access.requireSameOrigin(incoming);
        List<String> path = segments(incoming.rawPath());
        String method = incoming.method().equals("HEAD") ? "GET" : incoming.method();
        RouteTable.Match match = table.find(method, path).orElse(null);
        if (match == null || !match.route().open()) {
            access.requireToken(incoming);
        }
        if (match == null) {
            return CompletableFuture.completedFuture(unserved(incoming, path));
        }
        RequestReader.requireJson(incoming);
        Request request = RequestReader.read(match.route(), match.parameters(), incoming);
        return match.route().handler().handle(request);
    }

    private Reply unserved(Incoming incoming, List<String> path) {
        List<String> methods = new ArrayList<>(table.methods(path));
        if (methods.isEmpty()) {
            return Problem.of(
                            404,
                            "There is no path " + shown(incoming.rawPath())
                                    + ". GET /v1/openapi.json returns a description of all paths")
                    .toReply();
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        String valid = String.join(", ", methods);
        return Problem.of(
                        405,
                        shown(incoming.rawPath()) + " has no method " + Shortened.of(incoming.method(), PATH_LENGTH)
                                + "; expected " + valid)
                .toReply()
                .with("Allow", valid);
    }

    private static String shown(String path) {
        return Shortened.of(path, PATH_LENGTH);
    }

    private static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        try {
            for (String raw : rawPath.split("/", -1)) {
                segments.add(PercentEncoding.decodeSegment(raw));
            }
        } catch (BrokenEscapeException e) {
            throw new ProblemException(Problem.of(400, "The path is not valid: " + e.getMessage()));
        }
        return segments;
    }

    private Reply problem(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException known) {
            Reply reply = known.problem().toReply();
            return reply.status() == 401 ? reply.with("WWW-Authenticate", "Bearer realm=\"control\"") : reply;
        }
        if (cause instanceof InvalidFieldException invalid) {
            return Problem.invalid(List.of(invalid.error())).toReply();
        }
        if (cause instanceof IllegalArgumentException) {
            return Problem.of(400, String.valueOf(cause.getMessage())).toReply();
        }
        if (cause instanceof IllegalStateException && !running.getAsBoolean()) {
            return Problem.of(503, "The fake was closed meanwhile. Start another one")
                    .toReply();
        }
        if (cause instanceof RejectedExecutionException) {
            return Problem.of(503, "The control API was closed meanwhile. Start another one")
                    .toReply();
        }
        LOGGER.log(Level.ERROR, "A request to the control API failed", cause);
        return Problem.of(500, "The control API failed: " + cause).toReply();
    }
}
