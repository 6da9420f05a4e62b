package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.Operation;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.protocol.RandomRequests;
import io.github.chimefake.protocol.RandomRequests.Extent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/** Requests of every operation, from the SDK's own client, through the whole server, into the journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOperationOverTheWireTest {
    private ChimeMessagingServer chime;
    private ChimeSdkMessagingClient client;

    @BeforeAll
    void start() {
        chime = ChimeMessagingServer.start();
        client = chime.clientWithoutRetries();
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
    @EnumSource
    void theRequestInTheJournalEqualsTheOneSent(Operation operation) throws ReflectiveOperationException {
        send(operation, new RandomRequests(1, Extent.SMALLEST).request(operation));
        for (int seed = 2; seed <= 5; seed++) {
            send(operation, new RandomRequests(seed, Extent.MIXED).request(operation));
        }
    }

    private void send(Operation operation, ChimeSdkMessagingRequest request) throws ReflectiveOperationException {
        int status = statusOf(operation, request);

        List<RecordedCall> calls = chime.journal().calls();
        RecordedCall recorded = calls.get(calls.size() - 1);
        assertThat(recorded.operation()).contains(operation);
        assertThat(recorded.request()).isEqualTo(Optional.of(request));
        assertThat(recorded.lastAttempt().status()).isEqualTo(status);
        assertThat(status)
                .as("Nobody whom these requests name exists, but they break no constraint")
                .isNotIn(400, 500);
    }

    private int statusOf(Operation operation, ChimeSdkMessagingRequest request) throws ReflectiveOperationException {
        String name = operation.awsName().substring(0, 1).toLowerCase(Locale.ROOT)
                + operation.awsName().substring(1);
        Method method = ChimeSdkMessagingClient.class.getMethod(name, operation.requestType());
        try {
            method.invoke(client, request);
            return operation.successStatus();
        } catch (InvocationTargetException e) {
            return ((ChimeSdkMessagingException) e.getCause()).statusCode();
        }
    }
}
