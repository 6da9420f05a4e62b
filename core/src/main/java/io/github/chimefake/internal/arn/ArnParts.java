package io.github.chimefake.internal.arn;

import java.util.Optional;

/**
 * The components of an Amazon Resource Name of any service.
 *
 * @param partition for example {@code aws}
 * @param service for example {@code chime}
 * @param region for example {@code us-east-1}; may be empty
 * @param account the 12 digits of the account; may be empty
 * @param resource everything after the fifth colon
 */
public record ArnParts(String partition, String service, String region, String account, String resource) {
    private static final String PREFIX = "arn:";
    private static final int NONE = -1;

    /**
     * Returns the components of an ARN.
     *
     * @throws IllegalArgumentException if the text is not an ARN
     */
    public static ArnParts parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("Not an ARN: \"" + text
                        + "\". Expected arn:partition:service:region:account:resource, for example"
                        + " arn:aws:chime:us-east-1:111122223333:app-instance/chat"));
    }

    /** Returns the components of an ARN; empty if the text is not an ARN. */
    public static Optional<ArnParts> tryParse(String text) {
        int resource = startOfResource(text);
        if (resource == NONE) {
            return Optional.empty();
        }
        int service = text.indexOf(':', PREFIX.length()) + 1;
        int region = text.indexOf(':', service) + 1;
        int account = text.indexOf(':', region) + 1;
        return Optional.of(new ArnParts(
                text.substring(PREFIX.length(), service - 1),
                text.substring(service, region - 1),
                text.substring(region, account - 1),
                text.substring(account, resource - 1),
                text.substring(resource)));
    }

    /** Returns the index of the resource in the text of an ARN; negative if the text is not an ARN. */
    static int startOfResource(String text) {
        if (!text.startsWith(PREFIX) || text.startsWith(PREFIX + ":")) {
            return NONE;
        }
        int start = PREFIX.length();
        for (int component = 0; component < 4; component++) {
            int colon = text.indexOf(':', start);
            if (colon < 0) {
                return NONE;
            }
            start = colon + 1;
        }
        return start < text.length() ? start : NONE;
    }

    /** Returns whether the text is the ARN of a resource in the same account and region. */
    public boolean isBeside(String other) {
        return tryParse(other)
                .filter(arn -> arn.account.equals(account) && arn.region.equals(region))
                .isPresent();
    }

    /** Returns the ARN as text. */
    @Override
    public String toString() {
        return PREFIX + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
    }
}
