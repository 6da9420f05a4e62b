package io.github.chimefake.call;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * An operation of the fake's endpoint: one of Amazon Chime SDK messaging ({@link Operation}) or one of Amazon Chime SDK
 * identity ({@link IdentityOperation}).
 */
public sealed interface ChimeOperation permits Operation, IdentityOperation {
    /** Every operation of both services. */
    static List<ChimeOperation> all() {
        return Stream.<ChimeOperation>concat(Stream.of(Operation.values()), Stream.of(IdentityOperation.values()))
                .toList();
    }

    /** The name in AWS's spelling, for example {@code SendChannelMessage}. */
    String awsName();

    /** The IAM action that allows this operation, for example {@code chime:SendChannelMessage}. */
    String iamAction();

    /** The HTTP method. */
    SdkHttpMethod httpMethod();

    /** The path with its labels in braces and, where the model has one, its literal query. */
    String uriTemplate();

    /** The HTTP status of a successful answer. */
    int successStatus();

    /** The AWS SDK's class for the request. */
    Class<? extends AwsRequest> requestType();

    /** The AWS SDK's class for the response. */
    Class<? extends AwsResponse> responseType();

    /** The errors that the service model lists for this operation; the SDKs parse any modelled error on any of them. */
    Set<ChimeError> modelledErrors();
}
