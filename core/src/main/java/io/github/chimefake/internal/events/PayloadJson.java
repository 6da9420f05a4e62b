package io.github.chimefake.internal.events;

import io.github.chimefake.internal.json.JsonString;
import io.github.chimefake.internal.json.StructureWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Writes the payloads of events. Observed: timestamps are texts in ISO 8601, and not numbers as in responses. Assumed: always with
 * milliseconds.
 */
public final class PayloadJson {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final StructureWriter JSON =
            new StructureWriter(field -> true, instant -> new JsonString(TIMESTAMP.format(instant)));

    private PayloadJson() {}

    /** Returns the structure as JSON. */
    public static String write(SdkPojo payload) {
        return JSON.write(payload);
    }

    /** Returns members of an event that the SDK has no class for as JSON. */
    public static String write(Map<String, ?> members) {
        return JSON.write(members);
    }
}
