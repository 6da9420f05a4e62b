package io.github.chimefake;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class SnapshotTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeSdkMessagingClient client = chime.client();

    @Test
    void aSnapshotIsGoneBackTo() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        client.sendChannelMessage(send(alice, general, "kept"));
        ServerSnapshot snapshot = chime.snapshots().take();
        client.sendChannelMessage(send(alice, general, "lost"));

        chime.snapshots().restore(snapshot);

        assertThat(contents(client, alice, general)).containsExactly("kept");
    }

    @Test
    void goingBackToASnapshotMovesNoBaseline() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.snapshots().markBaseline();
        client.sendChannelMessage(send(alice, general, "of the snapshot"));
        chime.snapshots().restore(chime.snapshots().take());
        assertThat(contents(client, alice, general)).containsExactly("of the snapshot");

        chime.reset();

        assertThat(contents(client, alice, general)).isEmpty();
    }

    @Test
    void theSnapshotThatATestStartsWithIsItsBaseline() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        TestIsolation.of(chime).startTest(chime.snapshots().take());
        client.sendChannelMessage(send(alice, general, "lost"));

        chime.reset();

        assertThat(contents(client, alice, general)).isEmpty();
    }

    @Test
    void aSnapshotOfAnotherFakeIsGoneBackToWithItsRulesAndFaults() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        ChimeUser bob = chime.user("bob");
        Registration rule = chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).fail(CONFLICT);
        ServerSnapshot snapshot = chime.snapshots().take();

        ChimeMessagingServer other = fakes.start();
        other.snapshots().restore(snapshot);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> other.client().sendChannelMessage(send(alice, general, "hello")));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> other.client().sendChannelMessage(send(bob, general, "hello")));
        assertThat(rule.timesApplied()).isZero();
        assertThat(fault.timesApplied()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, 111122223333", "us-east-1, 444455556666"})
    void aSnapshotOfAFakeOfAnotherRegionOrAccountIsRefused(String region, String account) {
        ChimeMessagingServer other = fakes.start(
                ChimeMessagingServer.builder().region(region).account(account).withoutAppInstance());
        ChimeMessagingServer here = fakes.start(ChimeMessagingServer.builder().withoutAppInstance());
        ServerSnapshot foreign = other.snapshots().take();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> here.snapshots().restore(foreign))
                .withMessage(
                        "snapshots().restore(snapshot): the snapshot is of a fake of region %s and account %s, and this is one of"
                                + " region us-east-1 and account 111122223333. Start both fakes with the same app"
                                + " instance, region, account and seed",
                        region, account);
    }

    @Test
    void aSnapshotOfAFakeWithoutThisOnesAppInstanceIsRefused() {
        ChimeMessagingServer other = fakes.start(
                ChimeMessagingServer.builder().appInstance("arn:aws:chime:us-east-1:111122223333:app-instance/sales"));
        ServerSnapshot foreign = other.snapshots().take();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.snapshots().restore(foreign))
                .withMessage("snapshots().restore(snapshot): the snapshot holds the app instances"
                        + " [arn:aws:chime:us-east-1:111122223333:app-instance/sales], but this fake's default"
                        + " one is " + chime.appInstance().arn()
                        + ". Start both fakes with the same app instance, region, account and seed");
    }
}
