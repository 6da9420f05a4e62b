package io.github.chimefake.internal.access.context;

import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.iam.condition.RequestContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What the condition keys of a single call follow from.
 *
 * @param caller the caller, with the keys that signed the call
 * @param set the keys that the test set for the caller
 * @param request the decoded request
 * @param headers its headers
 * @param now the time of the call
 */
public record CallFacts(Caller caller, RequestContext set, SdkPojo request, List<Header> headers, Instant now) {
    /** Returns what is known of a call. */
    public static CallFacts of(Call call, CallerFacts caller, Instant now) {
        return new CallFacts(
                call.caller(), caller.set(), call.request(), call.http().headers(), now);
    }

    /** Returns the value of a header; empty if it is missing or empty. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
