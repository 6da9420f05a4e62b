package io.github.chimefake.internal.clients;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Replaces control characters in the headers that the SDK fills from environment variables and system properties
 * without checking them, because HTTP clients reject such headers. These headers are never signed, so they can be
 * changed after signing.
 */
final class HeaderSanitizer {
    private static final List<String> ENVIRONMENT_HEADERS = List.of("User-Agent", "X-Amzn-Trace-Id");
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    private HeaderSanitizer() {}

    /** Returns the sanitized request, or the same instance if nothing has to be replaced. */
    static SdkHttpRequest sanitize(SdkHttpRequest request) {
        SdkHttpRequest sanitized = request;
        for (String name : ENVIRONMENT_HEADERS) {
            String value = sanitized.firstMatchingHeader(name).orElse("");
            if (CONTROL_CHARACTER.matcher(value).find()) {
                String replaced = CONTROL_CHARACTER.matcher(value).replaceAll(" ");
                sanitized = sanitized.toBuilder().putHeader(name, replaced).build();
            }
        }
        return sanitized;
    }
}
