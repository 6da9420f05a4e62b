package io.github.chimefake.internal.identity;

import io.github.chimefake.internal.call.Arn;
import io.github.chimefake.internal.call.Partitions;
import io.github.chimefake.internal.service.Identifiers;

/**
 * Makes the ids and ARNs that callers do not choose themselves. Observed: the id of an app instance is a UUID. Assumed:
 * so is that of a bot.
 *
 * @param region where app instances are created
 * @param account whose they are
 * @param identifiers makes ids from the sequence of the directory
 */
record Naming(String region, String account, Identifiers identifiers) {
    /** Other UUIDs than those of channels, which are made from the same seed. */
    static Naming of(String region, String account, long seed) {
        return new Naming(region, account, new Identifiers(~seed));
    }

    String appInstance(long sequence) {
        return new Arn(Partitions.of(region), "chime", region, account, "app-instance/" + identifiers.uuid(sequence))
                .toString();
    }

    /** A resource of an app instance, for example a {@code bot}. */
    String child(String appInstance, String type, long sequence) {
        return Arn.parse(appInstance).child(type, identifiers.uuid(sequence)).toString();
    }
}
