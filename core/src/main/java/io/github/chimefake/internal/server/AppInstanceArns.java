package io.github.chimefake.internal.server;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.Partitions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Parses and generates ARNs of app instances. */
public final class AppInstanceArns {
    private AppInstanceArns() {}

    /** Returns a generated ARN in the format of AWS. The same seed gives the same ARN. */
    public static AppInstanceArn generated(String region, String account, long seed) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
        return AppInstanceArn.of(region, account, id.toString());
    }

    /**
     * Parses an ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or its region is not in its partition
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
