package io.github.chimefake.internal.server;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads and makes up the ARNs of app instances. */
public final class AppInstanceArns {
    private AppInstanceArns() {}

    /** An ARN that looks like AWS's own, and is the same for the same seed. */
    public static AppInstanceArn madeUp(String region, String account, long seed) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
        return AppInstanceArn.of(region, account, id.toString());
    }

    /**
     * Reads an ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or if its region is in another partition
     */
    public static AppInstanceArn parse(String arn) {
        ArnParts parts = ArnParts.parse(arn);
        if (!parts.service().equals("chime") || !(Arn.of(arn) instanceof AppInstanceArn parsed)) {
            throw new IllegalArgumentException("\"" + arn + "\" is not the ARN of an app instance. Expected"
                    + " arn:aws:chime:REGION:ACCOUNT:app-instance/ID");
        }
        String partition = Partitions.of(parts.region());
        if (!parts.region().isEmpty() && !parts.partition().equals(partition)) {
            throw new IllegalArgumentException(
                    "\"" + arn + "\" has the partition " + parts.partition() + ", but the region "
                            + parts.region() + " is one of " + partition + ". Begin the ARN with arn:" + partition
                            + ", or name a region of " + parts.partition());
        }
        return parsed;
    }
}
