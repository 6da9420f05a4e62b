package io.github.chimefake.session.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * The headers and the payload of an event, which is JSON text within JSON. Without headers if the text is not an event.
 *
 * @param headers in the order of the text
 * @param payloadJson empty if the payload is absent or null
 */
public record Envelope(Map<String, String> headers, Optional<String> payloadJson) {
    private static final String TYPE = "x-amz-chime-event-type";
    private static final Envelope MALFORMED = new Envelope(Map.of(), Optional.empty());

    /** Reads a text, whatever it is. */
    public static Envelope read(String text) {
        try {
            Map<String, JsonNode> members = JsonNode.parser().parse(text).asObject();
            Map<String, String> headers = new LinkedHashMap<>();
            Optional.ofNullable(members.get("Headers"))
                    .orElseThrow()
                    .asObject()
                    .forEach((name, value) -> headers.put(name, value.text()));
            return headers.get(TYPE) == null
                    ? MALFORMED
                    : new Envelope(
                            java.util.Collections.unmodifiableMap(headers),
                            Optional.ofNullable(members.get("Payload"))
                                    .filter(node -> !node.isNull())
                                    .map(node -> node.isString() ? node.asString() : node.toString()));
        } catch (RuntimeException notAnEvent) {
            return MALFORMED;
        }
    }

    /**
     * Returns the payload.
     *
     * @throws RuntimeException if it is absent or not JSON
     */
    public JsonNode payload() {
        return JsonNode.parser()
                .parse(payloadJson.orElseThrow(() -> new IllegalArgumentException("The event has no payload")));
    }
}
