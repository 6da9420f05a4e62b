package io.github.chimefake;

import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.journal.ErrorResponse;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** A role that sends messages with its credentials, and short words for how they are answered. */
abstract class CredentialsFixture {
    private static final String EXPIRED = "The security token included in the request is expired";
    private static final String UNRECOGNIZED = "The security token included in the request is invalid.";

    final ChimeMessagingServer chime = ChimeMessagingServer.start();
    final ChimeUser alice = chime.user("alice");
    final ChimeChannel general = chime.channel("general").members(alice).create();
    final ChimeCaller backend = chime.caller("assumed-role/chat-backend");

    @AfterEach
    void stop() {
        chime.close();
    }

    void isAccepted(ChimeSdkMessagingClient client) {
        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    void isAccepted(ChimeCaller caller) {
        isAccepted(chime.clients().signedBy(caller).client());
    }

    ErrorResponse isRefused(ChimeSdkMessagingClient client, String errorCode, String message) {
        ChimeSdkMessagingException refusal = catchThrowableOfType(
                ChimeSdkMessagingException.class, () -> client.sendChannelMessage(send(alice, general, "hello")));
        assertThat(refusal).isExactlyInstanceOf(ChimeSdkMessagingException.class);
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(errorCode);
        assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
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
