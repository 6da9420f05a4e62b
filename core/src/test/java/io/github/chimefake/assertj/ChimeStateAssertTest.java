package io.github.chimefake.assertj;

import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StoredUser;
import io.github.chimefake.testing.Fakes;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChimeStateAssertTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.appInstance().user("alice", "Alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeUser ghost = chime.appInstance().unregistered("ghost");
    private final ChimeChannel gone = ChimeChannel.of(chime.appInstance().arn() + "/channel/gone");
    private final ChimeState state = chime.state();

    @Test
    void channelsAreFoundByChannelArnAndName() {
        assertThat(state)
                .channel(general)
                .hasName("general")
                .returnToState()
                .channel(general.arn())
                .hasName("general")
                .returnToState()
                .channelNamed("general")
                .hasMembers(alice)
                .returnToState()
                .hasNoChannel(gone);
        assertThatChime(state).hasNoChannel(gone.arn());
    }

    @Test
    void aChannelThatDoesNotExistFails() {
        String expected = ", but there is none. Channels: general";
        fails(() -> assertThat(state).channel(gone), "Expected a channel gone" + expected);
        fails(() -> assertThat(state).channel(gone.arn()), "Expected a channel gone" + expected);
        fails(() -> assertThat(state).channel("no ARN"), "Expected a channel no ARN" + expected);
        fails(() -> assertThat(state).channelNamed("General"), "Expected a channel General" + expected);
    }

    @Test
    void twoChannelsOfOneNameFail() {
        ChimeChannel first = chime.channel("twin").id("one").create();
        ChimeChannel second = chime.channel("twin").id("two").create();

        fails(
                () -> assertThat(chime.state()).channelNamed("twin"),
                "Expected exactly one channel named twin, but there are 2: twin (" + first.arn() + "), twin ("
                        + second.arn() + ")");
    }

    @Test
    void aChannelThatExistsFails() {
        fails(() -> assertThat(state).hasNoChannel(general), "Expected no channel general, but it exists");
        fails(() -> assertThat(state).hasNoChannels(), "Expected no channels, but there are: general");
    }

    @Test
    void usersAreFoundByUserAndArn() {
        assertThat(state).hasNoUser(ghost).hasNoUser(ghost.arn());
        assertThat(state).user(alice).returns("Alice", StoredUser::name);
        assertThat(state).user(alice.arn()).returns(false, StoredUser::isAdmin);
    }

    @Test
    void aUserThatIsNotRegisteredFails() {
        fails(() -> assertThat(state).user(ghost), "Expected a user ghost, but it is not registered. Users: Alice");
        fails(
                () -> assertThat(state).user(ghost.arn()),
                "Expected a user ghost, but it is not registered. Users: Alice");
    }

    @Test
    void aUserThatIsRegisteredFails() {
        fails(() -> assertThat(state).hasNoUser(alice), "Expected no user Alice, but it is registered");
    }

    @Test
    void equalStatesPass() {
        assertThat(chime.state()).isEqualTo(state).hasSameHashCodeAs(state);
        fails(
                () -> assertThat(chime.state()).isNotEqualTo(state),
                "Expected another state, but it has the same contents: 1 app instance, 1 user, 1 channel with 0"
                        + " messages");
    }

    @Test
    void otherStatesFailWithTheDifference() {
        chime.user("bob");
        chime.channel("news").create();

        assertThat(chime.state()).isNotEqualTo(state);
        fails(
                () -> assertThat(chime.state()).isEqualTo(state),
                "Expected the same state, but it is different:",
                "user bob: added",
                "channel news: added");
    }

    @Test
    void otherObjectsAreComparedAsByAssertJ() {
        assertThat(state).isNotEqualTo("text");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(state).isEqualTo("text"))
                .withMessageContaining("\"text\"");
    }

    @Test
    void descriptionsReachEachStep() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(state).as("after it").hasNoChannels())
                .withMessageStartingWith("[after it] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> assertThat(state).as("after it").channel(general).hasNoMembers())
                .withMessageStartingWith("[after it] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(state).as("after it").user(alice).isNull())
                .withMessageStartingWith("[after it] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(state)
                        .as("after it")
                        .channel(general)
                        .messages()
                        .isNotEmpty())
                .withMessageStartingWith("[after it] ");
    }

    @Test
    void softAssertionsCollectTheFailures() {
        SoftAssertions softly = new SoftAssertions();
        softly.check(() -> assertThat(state).hasNoChannel(general));
        softly.check(() -> assertThat(state).channel(general).hasMembers(alice));
        softly.check(() -> assertThat(state).user(ghost));

        assertThat(softly.errorsCollected()).hasSize(2);
    }
}
