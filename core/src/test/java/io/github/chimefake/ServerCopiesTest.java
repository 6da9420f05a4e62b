package io.github.chimefake;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class ServerCopiesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    @Test
    void aCopyHoldsWhatTheBaselineHolds() {
        ChimeMessagingServer chime = fakes.start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        chime.snapshots().markBaseline();
        ChimeChannel later = chime.channel("later").members(alice).create();

        ChimeMessagingServer copy = fakes.startCopy(chime);

        assertThat(copy.endpoint()).isNotEqualTo(chime.endpoint());
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> copy.client().sendChannelMessage(send(alice, general, "hello")));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> copy.client().describeChannel(describe(alice, later)));
    }

    @Test
    void aCopyGoesBackToTheSameBaseline() {
        ChimeMessagingServer chime = fakes.start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.snapshots().markBaseline();
        ChimeMessagingServer copy = fakes.startCopy(chime);
        copy.client().sendChannelMessage(send(alice, general, "hello"));

        copy.reset();

        assertThat(Requests.contents(copy.client(), alice, general)).isEmpty();
    }

    @Test
    void aCopyAndItsOriginalDoNotSeeEachOther() {
        ChimeMessagingServer chime = fakes.start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().on(SEND_CHANNEL_MESSAGE).allow();
        chime.snapshots().markBaseline();
        ChimeMessagingServer copy = fakes.startCopy(chime);

        copy.client().sendChannelMessage(send(alice, general, "hello"));
        copy.permissions().clear();

        assertThat(Requests.contents(chime.client(), alice, general)).isEmpty();
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE)).isEmpty();
    }

    @Test
    void aClientOfACopyTakenBeforeItsFirstResetServesOn() {
        ChimeMessagingServer chime = fakes.start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.snapshots().markBaseline();
        ChimeMessagingServer copy = fakes.startCopy(chime);
        var client = copy.client();

        copy.reset();

        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }
}
