package io.github.chimefake.internal.clients;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps AWS settings of the developer that the SDK cannot read from ready clients. The SDK reads its files and some of its
 * variables for every client, even if all of them are set on the client, and fails if it cannot parse them.
 */
final class LocalAwsConfig {
    /** System properties win over variables, and these over files. All other settings are set on each ready client. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "aws.configFile", "chime-messaging-fake/no-such-file",
            "aws.sharedCredentialsFile", "chime-messaging-fake/no-such-file",
            "aws.maxAttempts", "4",
            "aws.retryMode", "legacy");

    private LocalAwsConfig() {}

    /** Returns the client that is built, if need be while the SDK is kept from settings that it cannot read. */
    static <C> C ignoreIfInvalid(Supplier<C> build) {
        try {
            return build.get();
        } catch (RuntimeException unreadable) {
            return SystemProperties.with(DEFAULTS, build);
        }
    }
}
