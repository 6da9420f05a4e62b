package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.protocol.PercentEncoding.BrokenEscapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * The query of a request, decoded.
 *
 * @param parameters every parameter in the order received; a name may stand there more than once
 */
public record QueryParameters(List<Parameter> parameters) {
    private static final QueryParameters NONE = new QueryParameters(List.of());

    public QueryParameters {
        parameters = List.copyOf(parameters);
    }

    /** One parameter; the value is empty if there is none. */
    public record Parameter(String name, String value) {}

    /** Takes a query apart as it stands after the question mark. */
    static QueryParameters parse(String rawQuery) throws BrokenEscapeException {
        if (rawQuery.isEmpty()) {
            return NONE;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (String part : rawQuery.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.add(new Parameter(PercentEncoding.decodeQuery(name), PercentEncoding.decodeQuery(value)));
            }
        }
        return new QueryParameters(parameters);
    }

    /** Every value of the parameter, whose name is case-sensitive; none if it is not there. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                values.add(parameter.value());
            }
        }
        return List.copyOf(values);
    }
}
