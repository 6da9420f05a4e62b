package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.QueryString;
import java.util.Map;

/** The route of a request. */
public sealed interface Route {
    /**
     * The request matches an operation.
     *
     * @param operation the operation
     * @param pathLabels the labels of the path by name, decoded, for example {@code channelArn}; a label may be empty
     * @param query the query, including the literal part of the operation
     */
    record Matched(Operation operation, Map<String, String> pathLabels, QueryString query) implements Route {
        public Matched {
            pathLabels = Map.copyOf(pathLabels);
        }
    }

    /**
     * The request matches no operation, or cannot be decoded.
     *
     * @param serviceError the error response
     */
    record Unknown(ServiceError serviceError) implements Route {}
}
