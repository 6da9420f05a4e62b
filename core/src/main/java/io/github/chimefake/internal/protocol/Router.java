package io.github.chimefake.internal.protocol;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.NOT_IMPLEMENTED;
import static io.github.chimefake.ChimeError.UNKNOWN_OPERATION;
import static io.github.chimefake.Provenance.ASSUMED;
import static io.github.chimefake.Provenance.REQUESTED;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.BrokenEscapeException;
import io.github.chimefake.internal.http.PercentEncoding;
import io.github.chimefake.internal.http.PrintedTarget;
import io.github.chimefake.internal.http.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the operation of a request by its method, its path and the literal part of its query.
 *
 * <p>The path is split at its slashes before it is decoded, so that an ARN with slashes, sent as {@code %2F}, stays in
 * one segment. Every slash starts a segment, including the last one, which is followed by an empty label. The SDK for
 * JavaScript sends an empty ARN in this form: {@code /channels/} is DescribeChannel with an empty ARN, which breaks a
 * constraint, and not ListChannels. (Measured with SDK for JavaScript 3.1142; no other SDK sends an empty label.)
 *
 * <p>A literal parameter such as {@code operation=redact} may be anywhere in the query, because the SDK for JavaScript
 * sorts the query. If no operation has the parameter, the request is unknown; it does not match the operation without
 * the parameter.
 */
public final class Router {
    private final List<UriTemplate> templates =
            List.of(Operation.values()).stream().map(UriTemplate::of).toList();
    private final Map<Integer, List<UriTemplate>> templatesByLength = templates.stream()
            .collect(Collectors.groupingBy(template -> template.segments().size()));
    private final Set<String> literalNames = templates.stream()
            .flatMap(template -> template.literalQuery().stream())
            .map(QueryString.Parameter::name)
            .collect(Collectors.toUnmodifiableSet());
    private final NearestOperation nearestOperation = new NearestOperation(templates);

    /**
     * Finds the operation.
     *
     * @param method the HTTP method, for example {@code POST}
     * @param rawTarget path and query as sent, percent-encoded
     */
    public Route route(String method, String rawTarget) {
        try {
            int question = rawTarget.indexOf('?');
            String rawPath = question < 0 ? rawTarget : rawTarget.substring(0, question);
            String rawQuery = question < 0 ? "" : rawTarget.substring(question + 1);
            return route(method, rawTarget, segments(rawPath), QueryString.parse(rawQuery));
        } catch (BrokenEscapeException e) {
            String explanation =
                    method + " " + PrintedTarget.of(rawTarget) + " cannot be decoded: " + e.getMessage() + ".";
            return new Route.Unknown(new ServiceError(
                    Layer.ENDPOINT, BAD_REQUEST, "Invalid URI: " + e.getMessage(), explanation, ASSUMED));
        }
    }

    private Route route(String method, String rawTarget, List<String> segments, QueryString query) {
        Set<QueryString.Parameter> literalQuery = literals(query);
        List<UriTemplate> sameLength = templatesByLength.getOrDefault(segments.size(), List.of());
        for (UriTemplate template : sameLength) {
            if (template.hasMethod(method) && template.matches(segments, literalQuery)) {
                return matched(template.operation(), template.labels(segments), query);
            }
        }
        List<UriTemplate> samePath = sameLength.stream()
                .filter(template -> template.matches(segments, literalQuery))
                .toList();
        return new Route.Unknown(unknown(
                method + " " + PrintedTarget.of(rawTarget),
                samePath,
                nearestOperation.find(method, segments, literalQuery)));
    }

    private Set<QueryString.Parameter> literals(QueryString query) {
        if (query.received().isEmpty()) {
            return Set.of();
        }
        return query.parameters().stream()
                .filter(parameter -> literalNames.contains(parameter.name()))
                .collect(Collectors.toSet());
    }

    private static Route matched(Operation operation, Map<String, String> labels, QueryString query) {
        if (operation.service() == ChimeService.IDENTITY && !ChimeService.IDENTITY.isAvailable()) {
            String explanation =
                    operation + " needs the SDK's identity module. Add software.amazon.awssdk:chimesdkidentity"
                            + " to the class path of the fake, in the version of chimesdkmessaging, or make users with"
                            + " chime.user(…) instead.";
            return new Route.Unknown(ServiceError.of(Layer.ENDPOINT, NOT_IMPLEMENTED, explanation, REQUESTED));
        }
        return new Route.Matched(operation, labels, query);
    }

    private static ServiceError unknown(String received, List<UriTemplate> samePath, UriTemplate nearest) {
        String methods = samePath.stream()
                .map(template -> template.operation().httpMethod() + " (" + template.operation() + ")")
                .collect(Collectors.joining(", "));
        String explanation = "No operation is " + received + "."
                + (methods.isEmpty() ? "" : " This path takes " + methods + ".")
                + " The nearest operation is " + nearest + ".";
        return ServiceError.of(Layer.ENDPOINT, UNKNOWN_OPERATION, explanation, ASSUMED);
    }

    private static List<String> segments(String rawPath) throws BrokenEscapeException {
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int slash = rawPath.indexOf('/'); slash >= 0; slash = rawPath.indexOf('/', start)) {
            segments.add(PercentEncoding.decodeSegment(rawPath.substring(start, slash)));
            start = slash + 1;
        }
        segments.add(PercentEncoding.decodeSegment(rawPath.substring(start)));
        return segments;
    }
}
