package io.github.chimefake.internal.websocket;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP request that opens a WebSocket connection.
 *
 * @param target path and query string as they were received
 * @param headers the values of each header by its name in lower case
 */
public record UpgradeRequest(String target, Map<String, List<String>> headers) {
    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
