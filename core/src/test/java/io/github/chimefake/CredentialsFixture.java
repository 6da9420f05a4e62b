package io.github.chimefake;

import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.journal.ErrorResponse;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** A role of a fake that sends messages with its credentials, and helpers for the responses. */
final class CredentialsFixture {
    private static final String EXPIRED = "The security token included in the request is expired";
    private static final String UNRECOGNIZED = "The security token included in the request is invalid.";

    private final ChimeMessagingServer chime;
    final ChimeUser alice;
    final ChimeChannel general;
    final ChimeCaller backend;

    CredentialsFixture(ChimeMessagingServer chime) {
        this.chime = chime;
        alice = chime.user("alice");
        general = chime.channel("general").members(alice).create();
        backend = chime.caller("assumed-role/chat-backend");
    }

    void isAccepted(ChimeSdkMessagingClient client) {
        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    void isAccepted(ChimeCaller caller) {
        isAccepted(chime.clients().signedBy(caller).client());
    }

    ErrorResponse isRefused(ChimeSdkMessagingClient client, String errorCode, String message) {
        ChimeSdkMessagingException serviceError = catchThrowableOfType(
                ChimeSdkMessagingException.class, () -> client.sendChannelMessage(send(alice, general, "hello")));
        assertThat(serviceError).isExactlyInstanceOf(ChimeSdkMessagingException.class);
        assertThat(serviceError.statusCode()).isEqualTo(403);
        assertThat(serviceError.awsErrorDetails().errorCode()).isEqualTo(errorCode);
        assertThat(serviceError.awsErrorDetails().errorMessage()).isEqualTo(message);
        return chime.journal()
                .failures()
                .get(chime.journal().failures().size() - 1)
                .errorResponse()
                .orElseThrow();
    }

    ErrorResponse isExpired(ChimeSdkMessagingClient client) {
        return isRefused(client, "ExpiredTokenException", EXPIRED);
    }

    ErrorResponse isUnrecognized(ChimeSdkMessagingClient client) {
        return isRefused(client, "UnrecognizedClientException", UNRECOGNIZED);
    }

    ChimeSdkMessagingClient clientWith(AwsCredentialsProvider provider) {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(provider)
                .build();
    }

    ChimeSdkMessagingClient clientWith(AwsCredentials credentials) {
        return clientWith(StaticCredentialsProvider.create(credentials));
    }
}
