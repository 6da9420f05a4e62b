package io.github.chimefake.assertj;

import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.AssertionsFixture.fails;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.state.StoredChannel.StoredMembership;
import io.github.chimefake.state.StoredMessage;
import io.github.chimefake.testing.Fakes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

class StoredChannelAssertTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().seed(7));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.user("carol");
    private final ChimeUser mallory = chime.user("mallory");
    private final ChimeChannel general = chime.channel("general")
            .members(alice)
            .hiddenMembers(bob)
            .moderators(alice)
            .metadata("for all")
            .create();
    private final ChimeChannel empty = chime.channel("empty").create();

    private StoredChannelAssert channel() {
        return assertThat(chime.state()).channel(general);
    }

    private StoredChannelAssert emptyChannel() {
        return assertThat(chime.state()).channel(empty);
    }

    @Test
    void texts() {
        chime.client()
                .tagResource(request -> request.resourceARN(general.arn())
                        .tags(Tag.builder().key("team").value("chat").build()));

        channel().hasName("general").hasMetadata("for all").hasTag("team", "chat");
        fails(
                () -> channel().hasName("General"),
                "Expected channel general to have the name \"General\", but it is \"general\"");
        fails(
                () -> emptyChannel().hasMetadata("for all"),
                "Expected channel empty to have the metadata \"for all\", but it has none");
        fails(
                () -> channel().hasTag("team", "other"),
                "Expected channel general to have a tag team with the value \"other\", but it is \"chat\"");
    }

    @Test
    void members() {
        channel().hasMembers(bob, alice).containsMembers(bob).doesNotContainMembers(carol, mallory);
        emptyChannel().hasNoMembers();
        fails(
                () -> channel().hasMembers(alice, carol),
                "Expected channel general to have exactly the members alice, carol, but it has: alice, bob;"
                        + " missing: carol; not expected: bob");
        fails(
                () -> channel().hasMembers(alice),
                "Expected channel general to have exactly the members alice, but it has: alice, bob; not expected:"
                        + " bob");
        fails(
                () -> emptyChannel().hasMembers(alice),
                "Expected channel empty to have exactly the members alice, but it has: none; missing: alice");
        fails(
                () -> channel().containsMembers(alice, carol),
                "Expected channel general to contain the members alice, carol, but it has: alice, bob; missing:"
                        + " carol");
        fails(
                () -> channel().doesNotContainMembers(alice, carol),
                "Expected channel general not to contain the members alice, carol, but it has: alice, bob");
        fails(() -> channel().hasNoMembers(), "Expected channel general to have no members, but it has: alice, bob");
    }

    @Test
    void membersAreComparedByTheirArns() {
        chime.appInstance().rename(alice, "Alice B.");

        channel().hasMembers(alice, bob);
        fails(
                () -> channel().hasMembers(alice),
                "Expected channel general to have exactly the members Alice B., but it has: Alice B., bob; not"
                        + " expected: bob");
    }

    @Test
    void oneMember() {
        channel().member(bob).returns(ChannelMembershipType.HIDDEN, StoredMembership::type);
        fails(
                () -> channel().member(carol),
                "Expected channel general to have the member carol, but it has: alice, bob");
    }

    @Test
    void moderators() {
        channel().hasModerators(alice);
        emptyChannel().hasNoModerators();
        fails(
                () -> channel().hasModerators(bob),
                "Expected channel general to have exactly the moderators bob, but it has: alice; missing: bob; not"
                        + " expected: alice");
        fails(() -> channel().hasNoModerators(), "Expected channel general to have no moderators, but it has: alice");
    }

    @Test
    void bans() {
        channel().hasNoBans();
        chime.client()
                .createChannelBan(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .memberArn(mallory.arn()));

        channel().hasBanned(mallory);
        fails(
                () -> channel().hasBanned(carol),
                "Expected channel general to have exactly the bans of carol, but it has: mallory; missing: carol;"
                        + " not expected: mallory");
        fails(() -> channel().hasNoBans(), "Expected channel general to have no bans, but it has: mallory");
    }

    @Test
    void messages() {
        channel().hasNoMessages();
        fails(
                () -> channel().hasMessages("hello"),
                "Expected channel general to have exactly the messages \"hello\", but it has: none");
        String id =
                chime.client().sendChannelMessage(send(alice, general, "hello")).messageId();
        chime.client().sendChannelMessage(send(alice, general, "again"));

        channel().hasMessages("hello", "again").messages().first().returns(alice, StoredMessage::sender);
        fails(
                () -> channel().hasNoMessages(),
                "Expected channel general to have no messages, but it has:",
                "  alice: \"hello\" (" + id.substring(0, 8) + "…)",
                "  alice: \"again\" ("
                        + chime.state()
                                .channel(general)
                                .orElseThrow()
                                .messages()
                                .get(1)
                                .id()
                                .substring(0, 8) + "…)");
    }

    @Test
    void anAssertionAboutNothingIsAnError() {
        requiresArguments(() -> channel().hasMembers(), "hasMembers(): expected at least one user", "hasNoMembers()");
        requiresArguments(
                () -> channel().containsMembers(), "containsMembers(): expected at least one user", "hasNoMembers()");
        requiresArguments(
                () -> channel().doesNotContainMembers(),
                "doesNotContainMembers(): expected at least one user",
                "hasNoMembers()");
        requiresArguments(
                () -> channel().hasModerators(), "hasModerators(): expected at least one user", "hasNoModerators()");
        requiresArguments(() -> channel().hasBanned(), "hasBanned(): expected at least one user", "hasNoBans()");
        requiresArguments(
                () -> channel().hasMessages(), "hasMessages(): expected at least one content", "hasNoMessages()");
    }

    private static void requiresArguments(ThrowingCallable assertion, String problem, String instead) {
        assertThatIllegalArgumentException()
                .isThrownBy(assertion)
                .withMessage(problem + ". To assert that there is none, use " + instead);
    }
}
