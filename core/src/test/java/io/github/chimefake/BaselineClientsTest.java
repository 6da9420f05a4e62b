package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class BaselineClientsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();

    private void startTest() {
        TestIsolation.of(chime).startTest(chime.snapshots().take());
    }

    @Test
    void aClientTakenBeforeTheBaselineWasMarkedServesInEveryTest() {
        startTest();
        ChimeSdkMessagingClient client = chime.client();
        chime.snapshots().markBaseline();

        startTest();
        assertThat(serviceError(client)).isInstanceOf(UnauthorizedClientException.class);
        startTest();
        assertThat(serviceError(client)).isInstanceOf(UnauthorizedClientException.class);
        assertThat(chime.journal().lateCalls()).isEmpty();
    }

    @Test
    void aClientTakenAfterTheBaselineWasMarkedIsRefusedInTheNextTest() {
        chime.snapshots().markBaseline();
        startTest();
        ChimeSdkMessagingClient client = chime.client();

        assertThat(serviceError(client)).isInstanceOf(UnauthorizedClientException.class);
        startTest();
        assertThat(serviceError(client)).returns(410, ChimeSdkMessagingException::statusCode);
        assertThat(chime.journal().calls()).isEmpty();
        assertThat(chime.journal().lateCalls()).hasSize(1);
    }

    @Test
    void aClientOfABaselineThatTheNextTestDoesNotStartFromIsRefused() {
        ServerSnapshot baselineOfAll = chime.snapshots().take();
        TestIsolation.of(chime).startTest(baselineOfAll);
        ChimeSdkMessagingClient client = chime.client();
        chime.snapshots().markBaseline();

        TestIsolation.of(chime).startTest(baselineOfAll);

        assertThat(serviceError(client)).returns(410, ChimeSdkMessagingException::statusCode);
    }

    /** A user whom nobody registered is refused with 401 by the service itself, so a 401 shows that the call was served. */
    private ChimeSdkMessagingException serviceError(ChimeSdkMessagingClient client) {
        return catchThrowableOfType(
                ChimeSdkMessagingException.class,
                () -> client.listChannelMessages(request -> request.channelArn(
                                chime.appInstance().arn() + "/channel/general")
                        .chimeBearer(chime.appInstance().unregistered("ghost").arn())));
    }
}
