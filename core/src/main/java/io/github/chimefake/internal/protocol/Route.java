package io.github.chimefake.internal.protocol;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.QueryString;
import java.util.Map;

/** Where a request leads. */
public sealed interface Route {
    /**
     * The request means an operation.
     *
     * @param operation which
     * @param pathLabels the labels of the path by name, decoded, for example {@code channelArn}; a label may be empty
     * @param query the query, the literal part of the operation included
     */
    record Matched(Operation operation, Map<String, String> pathLabels, QueryString query) implements Route {
        public Matched {
            pathLabels = Map.copyOf(pathLabels);
        }
    }

    /**
     * The request means no operation, or cannot be read so far as to tell.
     *
     * @param serviceError the answer
     */
    record Unknown(ServiceError serviceError) implements Route {}
}
