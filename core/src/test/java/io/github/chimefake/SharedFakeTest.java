package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** A fake that belongs to several tests, as that of an application context does. */
class SharedFakeTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final TestIsolation isolation = TestIsolation.of(chime);

    @Test
    void clientsThatAreKeptWorkInAllTests() {
        isolation.keepClients();
        isolation.startTest(chime.snapshots().take());
        ChimeSdkMessagingClient client = chime.client();

        isolation.startTest(chime.snapshots().take());

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.listChannels(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .chimeBearer(chime.appInstance().unregistered("ghost").arn())));
        assertThat(chime.journal().calls()).hasSize(1);
        assertThat(chime.journal().lateCalls()).isEmpty();
    }

    @Test
    void onlyItsOwnerClosesIt() {
        ChimeMessagingServer owned = ChimeMessagingServer.start();
        Runnable close = TestIsolation.of(owned).preventClose("it belongs to others");

        assertThatIllegalStateException().isThrownBy(owned::close).withMessage("close(): it belongs to others");
        assertThatIllegalStateException().isThrownBy(owned::stop).withMessage("stop(): it belongs to others");
        assertThat(owned.isRunning()).isTrue();

        close.run();

        assertThat(owned.isRunning()).isFalse();
    }

    @Test
    void itsServerPoolStopsIt() {
        ServerPool pool = ServerPool.create();
        ChimeMessagingServer pooled =
                ChimeMessagingServer.builder().serverPool(pool).start();
        TestIsolation.of(pooled).preventClose("it belongs to others");

        pool.close();

        assertThat(pooled.isRunning()).isFalse();
    }
}
