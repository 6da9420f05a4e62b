package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.internal.json.StructureWriter;
import java.math.BigDecimal;
import java.time.Instant;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/** Writes the bodies of responses: members that are not in headers, and timestamps as numbers. */
final class BodyWriter {
    private static final StructureWriter JSON = new StructureWriter(
            field -> field.location() == MarshallLocation.PAYLOAD, instant -> new JsonNumber(epochSeconds(instant)));

    private BodyWriter() {}

    static String write(SdkPojo response) {
        return JSON.write(response);
    }

    /**
     * Returns seconds with fractional milliseconds, which all clients can read. With ISO 8601, the SDKs for Java 2 and
     * JavaScript 3 throw an exception; with milliseconds, boto3 returns the year 57974 (measured).
     */
    private static BigDecimal epochSeconds(Instant instant) {
        int millis = instant.getNano() / 1_000_000;
        BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond());
        return millis == 0 ? seconds : seconds.add(BigDecimal.valueOf(millis, 3));
    }
}
