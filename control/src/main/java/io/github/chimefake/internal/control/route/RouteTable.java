package io.github.chimefake.internal.control.route;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The routes, of which the server serves exactly these and the OpenAPI document describes exactly these.
 *
 * @param routes the routes in the order of the document
 */
public record RouteTable(List<Route> routes) {
    /**
     * A route and the parameters of the path that fits it.
     *
     * @param route the route
     * @param parameters the parameters, percent-decoded
     */
    public record Match(Route route, Map<String, String> parameters) {}

    /**
     * Creates a table.
     *
     * @throws IllegalArgumentException if two routes have the same method and path, or the same operation
     */
    public RouteTable {
        routes = List.copyOf(routes);
        Set<String> names = new HashSet<>();
        for (Route route : routes) {
            if (!names.add(route.operation())
                    || !names.add(route.method() + route.path().text())) {
                throw new IllegalArgumentException("Two routes are " + route.method() + " "
                        + route.path().text() + " or have the operation " + route.operation());
            }
        }
    }

    /** Returns the route that serves the method and path; empty if there is none. */
    public Optional<Match> find(String method, List<String> segments) {
        return fitting(segments)
                .filter(match -> match.route().method().equals(method))
                .max(Comparator.comparing(match -> match.route().path().fixedSegments()));
    }

    /** Returns the methods that the path has; none if it does not exist. */
    public List<String> methods(List<String> segments) {
        return fitting(segments)
                .map(match -> match.route().method())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Match> fitting(List<String> segments) {
        return routes.stream()
                .flatMap(route -> route.path().match(segments).map(found -> new Match(route, found)).stream());
    }
}
