package io.github.chimefake.internal.access.signature;

import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The headers that arrived without a signature although AWS requires one: every {@code x-amz-*} header. Neither {@code Content-Type},
 * which AWS's guide calls optional and the SDK for JavaScript 2 does not sign, nor {@code x-amzn-trace-id}, which load balancers and
 * SDKs add after signing, is one of them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
final class UnsignedHeaders {
    private static final String PREFIX = "x-amz-";

    private UnsignedHeaders() {}

    /** Returns the names in lower case, in the order received. */
    static List<String> of(HttpRequest call, Complete authorization) {
        Set<String> unsigned = new LinkedHashSet<>();
        for (HttpRequest.Header header : call.headers()) {
            String name = header.name();
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !authorization.signs(name)) {
                unsigned.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(unsigned);
    }
}
