package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredChannel.StoredMembership;
import io.github.chimefake.state.StoredMessage;
import io.github.chimefake.state.StoredUser;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;

@ChimeMessagingFake
class StatePageTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    StatePageTest(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        this.chime = chime;
        this.client = client;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice).moderators(alice).create();
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    /** Code under test: adds a member and greets it. */
    private void invite(ChimeUser user) {
        client.sendChannelMessage(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .content("welcome " + user.name())
                .type("STANDARD")
                .persistence("PERSISTENT"));
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .memberArn(user.arn())
                .type("DEFAULT"));
    }

    @Test
    void reading() {
        StoredChannel channel = chime.state().channel(general).orElseThrow();
        assertThat(channel.members()).extracting(StoredMembership::user).containsExactly(alice);
        assertThat(channel.messages()).extracting(StoredMessage::content).containsExactly("hello");
    }

    @Test
    void assertions() {
        invite(bob);

        assertThat(chime.state())
                .channel(general)
                .hasMembers(alice, bob) // exactly these
                .hasModerators(alice)
                .hasNoBans()
                .hasMessages("hello", "welcome bob"); // exactly these, the oldest first
        assertThat(chime.state()).channel(general).member(bob).returns(bob, StoredMembership::user);
        assertThat(chime.state()).channel(general).messages().last().returns(alice, StoredMessage::sender);
        assertThat(chime.state()).user(alice).returns(false, StoredUser::isAdmin);
        // For a channel that the code under test has created.
        assertThat(chime.state()).channelNamed("general").containsMembers(bob);
    }

    @Test
    void nothingHalfDone() {
        ChimeState before = chime.state();
        chime.faults().on(CREATE_CHANNEL_MEMBERSHIP).fail(SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> invite(bob));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime.state()).isEqualTo(before))
                .withMessageContaining("channel general, message \"welcome bob\" by alice (");
    }

    @Test
    void json() {
        String json = chime.state().toJson();
        assertThat(json).contains("\"content\": \"hello\"");
    }
}
