package io.github.chimefake.internal.identity;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.service.ResourceQuotas;
import java.time.Instant;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * What a handler gets beside the directory.
 *
 * @param operation which operation
 * @param request the request
 * @param now the time of the call, in whole milliseconds, which is all that the wire format carries
 * @param naming makes ids and ARNs
 * @param settings how the service behaves
 * @param quotas how many of what there may be
 * @param <R> the SDK's class for the request
 */
record Invocation<R extends AwsRequest>(
        Operation operation, R request, Instant now, Naming naming, IdentitySettings settings, ResourceQuotas quotas) {}
