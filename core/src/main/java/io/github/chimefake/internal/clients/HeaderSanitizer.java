package io.github.chimefake.internal.clients;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Takes control characters out of the headers that the SDK fills from variables and system properties as they are. An HTTP client
 * refuses to send them. These headers are never signed, so they can still be changed when the request is.
 */
final class HeaderSanitizer {
    private static final List<String> ENVIRONMENT_HEADERS = List.of("User-Agent", "X-Amzn-Trace-Id");
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    private HeaderSanitizer() {}

    /** Returns the request itself if nothing of it must be replaced. */
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
