package io.github.chimefake.internal.clients;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Hides local AWS settings that the SDK cannot parse. The SDK reads the AWS config files and some variables for every
 * client, even if the client overrides all of them, and fails if they are invalid.
 */
final class LocalAwsConfig {
    /**
     * System properties take precedence over environment variables, and these over files. Each client sets all other
     * settings itself.
     */
    private static final Map<String, String> DEFAULTS = Map.of(
            "aws.configFile", "chime-messaging-fake/no-such-file",
            "aws.sharedCredentialsFile", "chime-messaging-fake/no-such-file",
            "aws.maxAttempts", "4",
            "aws.retryMode", "legacy");

    private LocalAwsConfig() {}

    /** Returns the built client. If the build fails, repeats it with the local settings hidden. */
    static <C> C ignoreIfInvalid(Supplier<C> build) {
        try {
            return build.get();
        } catch (RuntimeException unreadable) {
            return SystemProperties.with(DEFAULTS, build);
        }
    }
}
