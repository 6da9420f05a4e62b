package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.protocol.RandomRequests;
import io.github.chimefake.internal.protocol.RandomRequests.Extent;
import io.github.chimefake.journal.RecordedCall;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Requests of every operation, from the SDK's own client, through the whole server, into the journal. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationOverTheWireTest {
    private ChimeMessagingServer chime;
    private ChimeSdkMessagingClient client;
    private ChimeSdkIdentityClient identityClient;

    @BeforeAll
    void start() {
        chime = ChimeMessagingServer.start();
        client = chime.clients().withoutRetries().client();
        identityClient = chime.clients().withoutRetries().identityClient();
    }

    @BeforeEach
    void reset() {
        chime.reset();
    }

    @AfterAll
    void stop() {
        chime.close();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void theRequestInTheJournalEqualsTheOneSent(Operation operation) throws ReflectiveOperationException {
        send(operation, new RandomRequests(1, Extent.SMALLEST).request(operation));
        for (int seed = 2; seed <= 5; seed++) {
            send(operation, new RandomRequests(seed, Extent.MIXED).request(operation));
        }
    }

    private void send(Operation operation, AwsRequest request) throws ReflectiveOperationException {
        int status = statusOf(operation, request);

        List<RecordedCall> calls = chime.journal().calls();
        RecordedCall recorded = calls.get(calls.size() - 1);
        assertThat(recorded.operation()).contains(operation);
        assertThat(recorded.request()).isEqualTo(Optional.of(request));
        assertThat(recorded.lastAttempt().status()).isEqualTo(status);
        assertThat(status).isNotEqualTo(500);
        if (request.getValueForField("NextToken", String.class).isEmpty()) {
            assertThat(status)
                    .as("Nobody whom these requests name exists, but they break no constraint")
                    .isNotEqualTo(400);
        }
    }

    private int statusOf(Operation operation, AwsRequest request) throws ReflectiveOperationException {
        String name = operation.awsName().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.awsName().substring(1);
        boolean identity = operation.service() == ChimeService.IDENTITY;
        Class<?> type = identity ? ChimeSdkIdentityClient.class : ChimeSdkMessagingClient.class;
        try {
            type.getMethod(name, operation.requestType()).invoke(identity ? identityClient : client, request);
            return operation.successStatus();
        } catch (InvocationTargetException e) {
            return ((AwsServiceException) e.getCause()).statusCode();
        }
    }
}
