package io.github.chimefake.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredChannel.StoredAppointment;
import io.github.chimefake.state.StoredChannel.StoredMembership;
import io.github.chimefake.state.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.description.Description;

/**
 * Assertions about a channel in a state: {@code assertThat(chime.state()).channel(general)}. Users are compared by their ARNs. Not
 * thread-safe.
 *
 * <pre>{@code
 * assertThat(chime.state()).channel(general)
 *         .hasName("general")
 *         .hasMembers(alice, bob)
 *         .hasModerators(alice)
 *         .hasBanned(mallory)
 *         .hasMessages("hello", "again");
 * }</pre>
 *
 * @since 0.1
 */
@Experimental
public final class StoredChannelAssert extends AbstractAssert<StoredChannelAssert, StoredChannel> {
    private final ChimeStateAssert state;
    private final StateTexts texts;

    StoredChannelAssert(ChimeStateAssert state, StoredChannel channel, StateTexts texts, Description description) {
        super(channel, StoredChannelAssert.class);
        this.state = state;
        this.texts = texts;
        info.description(description);
    }

    /** Returns the assertion about the state, for another channel or user. */
    public ChimeStateAssert returnToState() {
        return state;
    }

    /** Fails unless the channel has exactly this name. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasName(String name) {
        return requireText("the name", Optional.of(actual.name()), name);
    }

    /** Fails unless the channel has exactly this metadata. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasMetadata(String metadata) {
        return requireText("the metadata", actual.metadata(), metadata);
    }

    /** Fails unless the channel has a tag with this key and this value. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasTag(String key, String value) {
        return requireText(
                "a tag " + key + " with the value",
                Optional.ofNullable(actual.tags().get(key)),
                value);
    }

    /**
     * Fails unless the channel has exactly these members, hidden ones included, in any order.
     *
     * @param users at least one
     * @throws IllegalArgumentException if there is none. Use {@link #hasNoMembers()}
     */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasMembers(ChimeUser... users) {
        return requireExactly("members", members(), named("hasMembers", "hasNoMembers()", users));
    }

    /**
     * Fails unless all of these users are members, beside any others.
     *
     * @param users at least one
     * @throws IllegalArgumentException if there is none
     */
    @CanIgnoreReturnValue
    public StoredChannelAssert containsMembers(ChimeUser... users) {
        List<ChimeUser> expected = named("containsMembers", "hasNoMembers()", users);
        List<ChimeUser> missing = without(expected, members());
        return require(
                missing.isEmpty(),
                "to contain the members " + texts.users(expected),
                "it has: " + texts.users(members()) + "; missing: " + texts.users(missing));
    }

    /**
     * Fails if one of these users is a member.
     *
     * @param users at least one
     * @throws IllegalArgumentException if there is none. Use {@link #hasNoMembers()}
     */
    @CanIgnoreReturnValue
    public StoredChannelAssert doesNotContainMembers(ChimeUser... users) {
        List<ChimeUser> excluded = named("doesNotContainMembers", "hasNoMembers()", users);
        return require(
                without(excluded, members()).size() == excluded.size(),
                "not to contain the members " + texts.users(excluded),
                "it has: " + texts.users(members()));
    }

    /** Fails if the channel has a member. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasNoMembers() {
        return requireNone("members", members());
    }

    /** Returns AssertJ's assertion about the membership of this user; fails if it is not a member. */
    public ObjectAssert<StoredMembership> member(ChimeUser user) {
        StoredMembership member = actual.member(user)
                .orElseThrow(
                        () -> fails("to have the member " + texts.user(user), "it has: " + texts.users(members())));
        return StateTexts.describe(new ObjectAssert<>(member), info.description());
    }

    /**
     * Fails unless the channel has exactly these moderators, in any order.
     *
     * @param users at least one
     * @throws IllegalArgumentException if there is none. Use {@link #hasNoModerators()}
     */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasModerators(ChimeUser... users) {
        return requireExactly(
                "moderators", appointed(actual.moderators()), named("hasModerators", "hasNoModerators()", users));
    }

    /** Fails if the channel has a moderator. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasNoModerators() {
        return requireNone("moderators", appointed(actual.moderators()));
    }

    /**
     * Fails unless exactly these users are banned, in any order.
     *
     * @param users at least one
     * @throws IllegalArgumentException if there is none. Use {@link #hasNoBans()}
     */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasBanned(ChimeUser... users) {
        return requireExactly("bans of", appointed(actual.bans()), named("hasBanned", "hasNoBans()", users));
    }

    /** Fails if a user is banned. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasNoBans() {
        return requireNone("bans", appointed(actual.bans()));
    }

    /**
     * Fails unless the persistent messages have exactly these contents, the oldest first. Includes messages that only some users may see; a
     * redacted message has the content {@code ""}.
     *
     * @param contents at least one
     * @throws IllegalArgumentException if there is none. Use {@link #hasNoMessages()}
     */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasMessages(String... contents) {
        if (contents.length == 0) {
            throw nothingGiven("hasMessages", "content", "hasNoMessages()");
        }
        List<String> expected = List.of(contents);
        return require(
                actual.messages().stream().map(StoredMessage::content).toList().equals(expected),
                "to have exactly the messages "
                        + String.join(
                                ", ", expected.stream().map(StateTexts::quoted).toList()),
                "it has:" + messageLines());
    }

    /** Fails if the channel has a persistent message. */
    @CanIgnoreReturnValue
    public StoredChannelAssert hasNoMessages() {
        return require(actual.messages().isEmpty(), "to have no messages", "it has:" + messageLines());
    }

    /**
     * Returns AssertJ's assertion about the persistent messages, the oldest first.
     *
     * <pre>{@code
     * assertThat(chime.state()).channel(general).messages().last().returns(alice, StoredMessage::sender);
     * }</pre>
     */
    public ListAssert<StoredMessage> messages() {
        ListAssert<StoredMessage> messages = new ListAssert<>(actual.messages());
        return info.description() == null ? messages : messages.as(info.description());
    }

    private StoredChannelAssert requireText(String what, Optional<String> found, String expected) {
        return require(
                found.filter(expected::equals).isPresent(),
                "to have " + what + " " + StateTexts.quoted(expected),
                found.map(text -> "it is " + StateTexts.quoted(text)).orElse("it has none"));
    }

    private StoredChannelAssert requireExactly(String what, List<ChimeUser> found, List<ChimeUser> expected) {
        List<ChimeUser> missing = without(expected, found);
        List<ChimeUser> unexpected = without(found, expected);
        return require(
                missing.isEmpty() && unexpected.isEmpty(),
                "to have exactly the " + what + " " + texts.users(expected),
                "it has: " + texts.users(found)
                        + (missing.isEmpty() ? "" : "; missing: " + texts.users(missing))
                        + (unexpected.isEmpty() ? "" : "; not expected: " + texts.users(unexpected)));
    }

    private StoredChannelAssert requireNone(String what, List<ChimeUser> found) {
        return require(found.isEmpty(), "to have no " + what, "it has: " + texts.users(found));
    }

    private StoredChannelAssert require(boolean holds, String expected, String found) {
        if (!holds) {
            throw fails(expected, found);
        }
        return this;
    }

    private AssertionError fails(String expected, String found) {
        return failure("%s", StateTexts.expected("channel " + texts.name(actual.arn()) + " " + expected, found));
    }

    private List<ChimeUser> members() {
        return actual.members().stream().map(StoredMembership::user).toList();
    }

    private static List<ChimeUser> appointed(List<StoredAppointment> appointments) {
        return appointments.stream().map(StoredAppointment::user).toList();
    }

    private static List<ChimeUser> named(String method, String instead, ChimeUser... users) {
        if (users.length == 0) {
            throw nothingGiven(method, "user", instead);
        }
        return List.of(users);
    }

    private static IllegalArgumentException nothingGiven(String method, String what, String instead) {
        return new IllegalArgumentException(
                method + "(): expected at least one " + what + ". To assert that there is none, use " + instead);
    }

    /** Returns the users of one list that are not in the other, by their ARNs. */
    private static List<ChimeUser> without(List<ChimeUser> users, List<ChimeUser> others) {
        List<ChimeUser> rest = new ArrayList<>(users);
        rest.removeIf(user -> others.stream().anyMatch(other -> other.arn().equals(user.arn())));
        return rest;
    }

    private String messageLines() {
        return actual.messages().isEmpty()
                ? " none"
                : lines(actual.messages().stream().map(Object::toString).toList());
    }

    private static String lines(List<String> texts) {
        return String.join(
                "", texts.stream().map(text -> StateTexts.LINE + "  " + text).toList());
    }
}
