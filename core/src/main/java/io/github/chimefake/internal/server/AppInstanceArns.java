package io.github.chimefake.internal.server;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Parses and generates ARNs of app instances. */
public final class AppInstanceArns {
    private static final String TYPE = "app-instance";

    private AppInstanceArns() {}

    /** Returns a generated ARN in the format of AWS. The same seed gives the same ARN. */
    public static Arn madeUp(String region, String account, long seed) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
        return new Arn(Partitions.of(region), "chime", region, account, TYPE + "/" + id);
    }

    /**
     * Parses an ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or its region is not in its partition
     */
    public static Arn parse(String arn) {
        Arn parsed = Arn.parse(arn);
        if (!parsed.service().equals("chime")
                || !parsed.type().equals(TYPE)
                || parsed.id().isEmpty()
                || parsed.id().contains("/")) {
            throw new IllegalArgumentException("\"" + arn + "\" is not the ARN of an app instance. Expected"
                    + " arn:aws:chime:REGION:ACCOUNT:app-instance/ID");
        }
        String partition = Partitions.of(parsed.region());
        if (!parsed.region().isEmpty() && !parsed.partition().equals(partition)) {
            throw new IllegalArgumentException(
                    "\"" + arn + "\" has the partition " + parsed.partition() + ", but the region "
                            + parsed.region() + " is one of " + partition + ". Begin the ARN with arn:" + partition
                            + ", or name a region of " + parsed.partition());
        }
        return parsed;
    }
}
