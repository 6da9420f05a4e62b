package io.github.chimefake.internal.operations;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.exchange.Call;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The request that an operation handles, with its bearer, time and ids.
 *
 * @param operation the operation
 * @param request the request
 * @param optionalBearer the user or bot in {@code x-amz-chime-bearer}; empty if the operation has no bearer, or if it
 *     is optional and the request has none
 * @param resources the ARNs that the request contains
 * @param sessionEndpoint returns the endpoint of messaging sessions, and starts their server
 * @param now the time of the request, in whole milliseconds, because the wire format is limited to them
 * @param identifiers generates ids
 * @param <R> the SDK's class for the request
 */
public record HandlerContext<R extends AwsRequest>(
        Operation operation,
        R request,
        Optional<AppInstanceUser> optionalBearer,
        Call.Resources resources,
        Supplier<String> sessionEndpoint,
        Instant now,
        Identifiers identifiers) {

    /** Returns the bearer of an operation that requires one. */
    public AppInstanceUser bearer() {
        return optionalBearer.orElseThrow(() -> new IllegalStateException(operation + " does not require a bearer"));
    }

    /**
     * Returns the ARN in the request's member for the channel. It may be of another kind, or of a channel that does not
     * exist.
     */
    public Arn channel() {
        return resources.channel().orElseThrow(() -> new IllegalStateException(operation + " is not about a channel"));
    }

    /** Returns the ARN with this text, of any kind. ARNs in the request were parsed when it was bound. */
    public Arn arn(String text) {
        return resources.arn(text);
    }

    /** Returns the ARNs with these texts. */
    public List<Arn> arns(List<String> texts) {
        return texts.stream().map(this::arn).toList();
    }
}
