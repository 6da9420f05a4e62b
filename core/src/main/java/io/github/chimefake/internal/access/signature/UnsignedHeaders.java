package io.github.chimefake.internal.access.signature;

import io.github.chimefake.internal.exchange.Authorization.Complete;
import io.github.chimefake.internal.exchange.HttpRequest;
import java.util.List;
import java.util.Locale;

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
        return call.headers().stream()
                .map(HttpRequest.Header::name)
                .filter(name -> name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !authorization.signs(name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
