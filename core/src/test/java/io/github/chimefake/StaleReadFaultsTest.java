package io.github.chimefake;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.updateChannel;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.passes;
import static io.github.chimefake.faults.FaultEffects.staleRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** Reads that a fault makes stale, when its steps say. */
class StaleReadFaultsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general =
            chime.channel("first").members(alice).moderators(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void rename(String name) {
        client.updateChannel(updateChannel(alice, general, name));
    }

    private String name() {
        return client.describeChannel(describe(alice, general)).channel().name();
    }

    @Test
    void theCallThatTheStepsSelectMissesTheLastWrite() {
        rename("second");
        Registration stale =
                chime.faults().on(DESCRIBE_CHANNEL).by(alice).nthCall(2).inject(staleRead());

        assertThat(name()).isEqualTo("second");
        assertThat(name()).isEqualTo("first");
        assertThat(name()).isEqualTo("second");
        assertThat(stale.timesApplied()).isOne();
        assertThat(stale).hasToString("DescribeChannel by alice, call 2: carry out, but let it miss the last write");
        assertThat(chime.journal().toString()).contains("A fault of this test made this read miss the last write.");
    }

    @Test
    void anyNumberOfWritesMayBeMissedAndAllThatThereWere() {
        rename("second");
        rename("third");
        chime.faults().on(DESCRIBE_CHANNEL).eachCall(staleRead(), staleRead(2), staleRead(100), passes());

        assertThat(name()).isEqualTo("second");
        assertThat(name()).isEqualTo("first");
        assertThat(name()).isEqualTo("first");
        assertThat(name()).isEqualTo("third");
    }

    @Test
    void nothingIsMissedBeforeTheFirstWriteAndAfterAFixtureOrAReset() {
        chime.faults().on(DESCRIBE_CHANNEL).inject(staleRead(2));
        chime.snapshots().markBaseline();
        assertThat(name()).isEqualTo("first");
        rename("second");
        assertThat(name()).isEqualTo("first");

        chime.user("bob");

        assertThat(name()).isEqualTo("second");
        chime.reset();
        assertThat(name()).isEqualTo("first");
    }

    @Test
    void aRequestThatFailsOrReadsIsNoWrite() {
        rename("second");
        chime.faults().on(DESCRIBE_CHANNEL).eachCall(passes(), staleRead(), error(FORBIDDEN), staleRead());

        assertThat(name()).isEqualTo("second");
        assertThat(name()).isEqualTo("first");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::name);
        assertThat(name()).isEqualTo("first");
    }

    @Test
    void itTakesPrecedenceOverStaleReadsOfATime() {
        chime.consistency().staleReads(100);
        rename("second");
        rename("third");
        chime.faults().on(DESCRIBE_CHANNEL).once().inject(staleRead());

        assertThat(name()).isEqualTo("second");
        assertThat(name()).isEqualTo("first");
    }

    @Test
    void readsOfIdentityMayBeStaleToo() {
        ChimeSdkIdentityClient identity = chime.clients().identityClient();
        identity.updateAppInstanceUser(request ->
                request.appInstanceUserArn(alice.arn()).name("Alice II").metadata(""));
        chime.faults().on(Operation.DESCRIBE_APP_INSTANCE_USER).once().inject(staleRead());

        assertThat(identity.describeAppInstanceUser(request -> request.appInstanceUserArn(alice.arn()))
                        .appInstanceUser()
                        .name())
                .isNotEqualTo("Alice II");
    }

    @Test
    void writesAreNotAffected() {
        rename("second");
        Registration stale = chime.faults().once().inject(staleRead());

        rename("third");
        assertThat(stale.timesApplied()).isZero();

        assertThat(name()).isEqualTo("second");
        assertThat(name()).isEqualTo("third");
    }

    @Test
    void aSelectedWriteIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults()
                        .on(DESCRIBE_CHANNEL, SEND_CHANNEL_MESSAGE)
                        .eachCall(passes(), staleRead(2)))
                .withMessage("\"DescribeChannel, SendChannelMessage: carry out, but let it miss the last 2 writes\":"
                        + " SendChannelMessage is not a read, so it always acts on the current state. Select reads, for"
                        + " example with on(OperationGroup.READ)");
    }

    @Test
    void aNumberOutOfRangeIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> staleRead(0))
                .withMessage(
                        "staleRead(0): expected 1 to 100 writes. For a read that misses all writes of some time, use"
                                + " chime.consistency().staleFor(duration)");
        assertThatIllegalArgumentException().isThrownBy(() -> staleRead(101));
    }
}
