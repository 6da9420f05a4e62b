package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.exchange.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * What became of decoding a request.
 *
 * @param request the request; what could not be decoded is absent from it
 * @param defect why something could not be decoded; empty if all could
 */
public record DecodedRequest(AwsRequest request, Optional<ServiceError> defect) {}
