package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.openapi.OpenApiDocument;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.route.RouteTable;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The description of all routes, itself included. */
final class OpenApiRoutes {
    private OpenApiRoutes() {}

    /** Returns the table of these routes and the one that describes them. */
    static RouteTable with(List<Route> routes) {
        // The document describes this route as well, so it is written from a table that contains a copy without a
        // handler.
        List<Route> described = new ArrayList<>(routes);
        described.add(route(() -> ""));
        String document = OpenApiDocument.of(new RouteTable(described)).toIndentedJson() + "\n";
        List<Route> served = new ArrayList<>(routes);
        served.add(route(() -> document));
        return new RouteTable(served);
    }

    private static Route route(Supplier<String> document) {
        return Route.get("/v1/openapi.json", "describe", "Returns this description")
                .responds(200, "The OpenAPI 3.1 document of the control API.", Schema.any("An OpenAPI document."))
                .handle(request -> Reply.json(200, document.get()));
    }
}
