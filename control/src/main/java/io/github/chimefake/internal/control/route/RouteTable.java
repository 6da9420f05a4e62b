package io.github.chimefake.internal.control.route;

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
                .findFirst();
    }

    /** Returns the methods that the path has; none if it does not exist. */
    public List<String> methods(List<String> segments) {
        return fitting(segments)
                .map(match -> match.route().method())
                .distinct()
                .sorted()
                .toList();
    }

    /** Of paths that fit, the one with the most fixed segments counts, whatever its methods are, as OpenAPI says. */
    private Stream<Match> fitting(List<String> segments) {
        List<Match> all = routes.stream()
                .flatMap(route -> route.path().match(segments).map(found -> new Match(route, found)).stream())
                .toList();
        int most = all.stream().mapToInt(RouteTable::fixedSegments).max().orElse(0);
        return all.stream().filter(match -> fixedSegments(match) == most);
    }

    private static int fixedSegments(Match match) {
        return match.route().path().fixedSegments();
    }
}
