package io.github.chimefake;

import io.github.chimefake.internal.protocol.RandomRequests;
import io.github.chimefake.internal.protocol.RandomRequests.Extent;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Well-formed calls of every operation by one user about one channel, whatever the service makes of them. */
record EveryOperation(
        ChimeSdkMessagingClient messaging,
        ChimeSdkIdentityClient identity,
        ChimeUser user,
        ChimeUser other,
        ChimeChannel channel,
        String appInstanceArn) {

    static EveryOperation of(ChimeMessagingServer chime, ChimeCaller caller) {
        ChimeUser alice = chime.user("alice");
        return new EveryOperation(
                chime.clients().signedBy(caller).client(),
                chime.clients().signedBy(caller).identityClient(),
                alice,
                chime.user("bob"),
                chime.channel("all").members(alice).create(),
                chime.appInstance().arn());
    }

    /** The same calls from other clients. */
    EveryOperation with(ChimeSdkMessagingClient otherMessaging, ChimeSdkIdentityClient otherIdentity) {
        return new EveryOperation(otherMessaging, otherIdentity, user, other, channel, appInstanceArn);
    }

    /** The name of the error that the call is answered with; empty if it is carried out. */
    Optional<String> errorOf(Operation operation) {
        return errorOf(operation, UnaryOperator.identity());
    }

    /** The name of the error that the call is answered with after a change of its request. */
    Optional<String> errorOf(Operation operation, UnaryOperator<AwsRequest> change) {
        return thrownBy(operation, change)
                .map(thrown -> ((AwsServiceException) thrown).awsErrorDetails().errorCode());
    }

    /** What the client throws, after a change of the request; empty if the call is carried out. */
    Optional<Throwable> thrownBy(Operation operation, UnaryOperator<AwsRequest> change) {
        String method = operation.awsName().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.awsName().substring(1);
        boolean ofIdentity = operation.service() == ChimeService.IDENTITY;
        Class<?> type = ofIdentity ? ChimeSdkIdentityClient.class : ChimeSdkMessagingClient.class;
        try {
            type.getMethod(method, operation.requestType())
                    .invoke(ofIdentity ? identity : messaging, change.apply(request(operation)));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(operation + " is none of the SDK's", e);
        }
    }

    private AwsRequest request(Operation operation) {
        AwsRequest.Builder builder = new RandomRequests(1, Extent.SMALLEST).request(operation).toBuilder();
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            arn(field.memberName()).ifPresent(arn -> field.set(builder, arn));
        }
        return builder.build();
    }

    private Optional<String> arn(String member) {
        return switch (member) {
            case "ChimeBearer" -> Optional.of(user.arn());
            case "ChannelArn", "ResourceARN" -> Optional.of(channel.arn());
            case "AppInstanceArn" -> Optional.of(appInstanceArn);
            case "ChannelFlowArn" -> Optional.of(appInstanceArn + "/channel-flow/filter");
            case "AppInstanceBotArn" -> Optional.of(appInstanceArn + "/bot/helper");
            default -> member.endsWith("Arn") ? Optional.of(other.arn()) : Optional.empty();
        };
    }
}
