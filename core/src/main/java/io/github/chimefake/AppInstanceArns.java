package io.github.chimefake;

import io.github.chimefake.call.Arn;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads and makes up the ARNs of app instances. */
final class AppInstanceArns {
    private static final String TYPE = "app-instance";

    private AppInstanceArns() {}

    /** An ARN that looks like AWS's own, and is the same for the same seed. */
    static Arn madeUp(String region, String account, long seed) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
        return new Arn("aws", "chime", region, account, TYPE + "/" + id);
    }

    /**
     * Reads an ARN.
     *
     * @throws IllegalArgumentException if it is none of an app instance
     */
    static Arn parse(String arn) {
        Arn parsed = Arn.parse(arn);
        if (!parsed.service().equals("chime")
                || !parsed.type().equals(TYPE)
                || parsed.id().isEmpty()
                || parsed.id().contains("/")) {
            throw new IllegalArgumentException("\"" + arn + "\" is not the ARN of an app instance. Expected"
                    + " arn:aws:chime:REGION:ACCOUNT:app-instance/ID");
        }
        return parsed;
    }
}
