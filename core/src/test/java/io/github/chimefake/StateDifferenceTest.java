package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Requests.addMember;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StateDifference.StateChange;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

/** The difference between two states, one change on each line. */
class StateDifferenceTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime =
            fakes.start(Fakes.builder().clock(clock).seed(7));
    private final ChimeSdkMessagingClient client = chime.client();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();
    private final ChimeState before = chime.state();

    private List<StateChange> changes() {
        return chime.state().differenceFrom(before).changes();
    }

    private static String shortId(String messageId) {
        return messageId.substring(0, 8) + "…";
    }

    @Test
    void namesWhatWasAdded() {
        chime.user("carol");
        chime.appInstance().bot("helper");
        chime.channel("news").create();
        client.createChannelMembership(addMember(alice, general, bob));
        String id = client.sendChannelMessage(send(alice, general, "hello")).messageId();
        chime.caller("role/backend");

        assertThat(changes())
                .extracting(Object::toString)
                .containsExactly(
                        "bot helper: added",
                        "user carol: added",
                        "channel general, member bob: added",
                        "channel general, message \"hello\" by alice (" + shortId(id) + "): added",
                        "channel news: added",
                        "caller role/backend (AROACHIMEFAKE00000002): added");
    }

    @Test
    void namesWhatWasRemoved() {
        client.deleteChannelModerator(request -> request.channelArn(general.arn())
                .chimeBearer(chime.appInstance().admin("root").arn())
                .channelModeratorArn(alice.arn()));
        chime.appInstance().delete(bob);

        assertThat(changes())
                .extracting(Object::toString)
                .containsExactly("user bob: removed", "user root: added", "channel general, moderator alice: removed");
    }

    @Test
    void showsBothValuesOfWhatWasChanged() {
        clock.advance(Duration.ofSeconds(1));
        client.updateChannel(Requests.updateChannel(alice, general, "news").toBuilder()
                .metadata("for all")
                .build());
        client.updateChannelReadMarker(
                request -> request.channelArn(general.arn()).chimeBearer(alice.arn()));

        assertThat(changes())
                .extracting(Object::toString)
                .containsExactly(
                        "channel general, name: \"general\" -> \"news\"",
                        "channel general, metadata: absent -> \"for all\"",
                        "channel general, updated: \"2026-01-02T03:04:05Z\" -> \"2026-01-02T03:04:06Z\"",
                        "channel general, member alice, readMarker: absent -> \"2026-01-02T03:04:06Z\"");
        assertThat(changes().get(0))
                .returns("channel general, name", StateChange::path)
                .satisfies(change -> assertThat(change.before()).contains("\"general\""))
                .satisfies(change -> assertThat(change.after()).contains("\"news\""));
    }

    @Test
    void comparesObjectsByTheirMembers() {
        client.tagResource(
                request -> request.resourceARN(general.arn()).tags(tag("team", "chat"), tag("messages", "many")));
        ChimeState tagged = chime.state();
        client.tagResource(request -> request.resourceARN(general.arn()).tags(tag("team", "other")));
        chime.roles().mayCall(ChannelRole.MEMBER, LIST_CHANNEL_MODERATORS, true);

        assertThat(tagged.differenceFrom(before).changes())
                .extracting(Object::toString)
                .containsExactly(
                        "channel general, tags, messages: absent -> \"many\"",
                        "channel general, tags, team: absent -> \"chat\"");
        assertThat(chime.state().differenceFrom(tagged).changes())
                .extracting(Object::toString)
                .containsExactly(
                        "channel general, tags, team: \"chat\" -> \"other\"",
                        "settings, roles, LIST_CHANNEL_MODERATORS, MEMBER: absent -> true");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void showsUsersByNameInValuesToo() {
        chime.channel("news").creator(alice).create();
        ChimeState withNews = chime.state();
        ChimeMessagingServer other = fakes.start(Fakes.builder().clock(clock).seed(7));
        other.user("alice");
        other.user("bob");
        other.channel("general").members(alice).moderators(alice).create();
        other.channel("news").creator(bob).create();

        assertThat(other.state().differenceFrom(withNews).changes())
                .extracting(Object::toString)
                .contains("channel news, createdBy: alice -> bob");
    }

    @Test
    void addsTheArnToANameThatIsAmbiguous() {
        ChimeChannel first = chime.channel("twin").id("one").create();
        chime.channel("twin").id("two").create();
        ChimeState twins = chime.state();
        client.tagResource(request -> request.resourceARN(first.arn()).tags(tag("team", "chat")));

        assertThat(chime.state().differenceFrom(twins))
                .hasToString("channel twin (" + first.arn() + "), tags, team: absent -> \"chat\"");
    }

    @Test
    void aRedactedMessageLosesItsContent() {
        String id = client.sendChannelMessage(send(alice, general, "hello")).messageId();
        ChimeState sent = chime.state();
        client.redactChannelMessage(
                request -> request.channelArn(general.arn()).messageId(id).chimeBearer(alice.arn()));

        assertThat(chime.state().differenceFrom(sent))
                .hasToString(String.join(
                        System.lineSeparator(),
                        "channel general, message \"hello\" by alice (" + shortId(id)
                                + "), content: \"hello\" -> absent",
                        "channel general, message \"hello\" by alice (" + shortId(id) + "), redacted: absent -> true"));
    }

    @Test
    void aLineHasNoCharacterThatATerminalObeys() {
        client.sendChannelMessage(send(alice, general, "two\nlines \u202E and \u009B colors"));

        assertThat(chime.state().differenceFrom(before).toString())
                .startsWith("channel general, message \"two lines and colors\" by alice (");
    }

    @Test
    void aLongDifferenceIsShortened() {
        for (int i = 0; i < 203; i++) {
            chime.user("user-" + i);
        }

        assertThat(chime.state().differenceFrom(before).toString().lines())
                .hasSize(201)
                .last()
                .isEqualTo("… and 3 more");
        assertThat(changes()).hasSize(203);
    }
}
