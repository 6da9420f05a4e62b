package io.github.chimefake.internal.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps AWS settings of the developer that the SDK cannot read from ready clients. The SDK reads its files and some of its
 * variables for every client, even if all of them are set on the client, and fails if it cannot parse them.
 */
final class DeveloperSettings {
    /** System properties win over variables, and these over files. All other settings are set on each ready client. */
    private static final Map<String, String> READABLE = Map.of(
            "aws.configFile", "chime-messaging-fake/no-such-file",
            "aws.sharedCredentialsFile", "chime-messaging-fake/no-such-file",
            "aws.maxAttempts", "4",
            "aws.retryMode", "legacy");

    private DeveloperSettings() {}

    /** Returns the client that is built, if need be while the SDK is kept from settings that it cannot read. */
    static <C> C ignoredBy(Supplier<C> build) {
        try {
            return build.get();
        } catch (RuntimeException unreadable) {
            return withReadable(build);
        }
    }

    /**
     * System properties belong to the whole JVM. While the client is built, other code reads these settings instead of unreadable
     * ones.
     */
    private static synchronized <C> C withReadable(Supplier<C> build) {
        Map<String, Optional<String>> before = new LinkedHashMap<>();
        try {
            READABLE.forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
            return build.get();
        } finally {
            before.forEach((name, value) ->
                    value.ifPresentOrElse(was -> System.setProperty(name, was), () -> System.clearProperty(name)));
        }
    }
}
