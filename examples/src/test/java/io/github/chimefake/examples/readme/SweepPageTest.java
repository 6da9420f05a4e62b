package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.examples.chat.ChatService;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.junit.jupiter.BestEffort;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.FaultSweep;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepSettings;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The snippets of docs/sweep.md. */
@ChimeMessagingFake
class SweepPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChatService chat;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    SweepPageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.chat = new ChatService(client);
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general =
                chime.channel("general").members(alice, bob).moderators(alice).create();
    }

    @FaultSweep
    void posts(Sweep sweep) {
        String id = sweep.run(
                        () -> chat.post(alice.arn(), general.arn(), "hello").orElseThrow())
                .value();

        assertThat(id).isNotEmpty();
    }

    @FaultSweep
    void bans(Sweep sweep) throws Exception {
        Sweep.SweptOutcome<String> banned =
                sweep.run(() -> chat.ban(alice.arn(), general.arn(), bob.arn()).orElseThrow());

        sweep.verifyAlways(() -> assertThat(chime.state().channels()).hasSize(1));
        sweep.verifyAfter(injected -> {
            if (injected.failure().isDenial()) {
                assertThat(banned.exception()).isPresent();
            }
        });
        assertThat(banned.value()).isEqualTo(bob.arn());
    }

    static class OurSweep implements UnaryOperator<SweepSettings> {
        @Override
        public SweepSettings apply(SweepSettings settings) {
            return settings.ownFailure("conflict", call -> FaultResponse.error(CONFLICT), CREATE_CHANNEL_BAN);
        }
    }

    @FaultSweep(settings = OurSweep.class)
    void bansOnce(Sweep sweep) {
        sweep.run(() -> chat.ban(alice.arn(), general.arn(), bob.arn()).orElseThrow())
                .value();
    }

    @FaultSweep
    @BestEffort(UPDATE_CHANNEL_READ_MARKER)
    void readsAndMovesTheMarker(Sweep sweep) {
        sweep.run(() -> {
            try {
                client.updateChannelReadMarker(
                        request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));
            } catch (SdkException e) {
                // The marker is moved the next time.
            }
            return chat.read(alice.arn(), general.arn()).orElseThrow();
        });
    }
}
