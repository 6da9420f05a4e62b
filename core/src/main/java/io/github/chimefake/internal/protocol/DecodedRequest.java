package io.github.chimefake.internal.protocol;

import io.github.chimefake.internal.exchange.ServiceError;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/**
 * The result of decoding a request.
 *
 * @param request the request, without the members that could not be decoded
 * @param validationError the error if a member could not be decoded; otherwise empty
 */
public record DecodedRequest(AwsRequest request, Optional<ServiceError> validationError) {}
