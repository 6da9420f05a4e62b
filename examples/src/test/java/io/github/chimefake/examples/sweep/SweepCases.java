package io.github.chimefake.examples.sweep;

import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static io.github.chimefake.examples.sweep.SweepCase.bestEffort;
import static io.github.chimefake.examples.sweep.SweepCase.correct;
import static io.github.chimefake.examples.sweep.SweepCase.mutated;
import static io.github.chimefake.examples.sweep.SweepCase.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredMessage;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** All methods that are swept, with their tests. */
final class SweepCases {
    private SweepCases() {}

    /** Returns the methods without a planted bug. */
    static List<SweepCase<?>> correctOnes() {
        return List.of(
                correct(
                        "posts",
                        w -> w.posts().post(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                correct(
                        "posts or reports",
                        w -> w.posts().postOrReport(w.alice(), w.general(), "hello", new ArrayList<>()),
                        (w, id) -> assertThat(id).isNotEmpty()),
                correct(
                        "posts if allowed",
                        w -> w.posts().postIfAllowed(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isPresent()),
                correct(
                        "posts patiently",
                        w -> w.posts().postPatiently(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("hello")),
                correct(
                        "posts or explains",
                        w -> w.posts().postOrExplain(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                correct(
                        "broadcasts in parallel",
                        w -> {
                            w.posts().broadcast(w.alice(), List.of(w.general(), w.archive()), "hello");
                            return true;
                        },
                        (w, done) -> assertThat(texts(w, w.archive())).containsExactly("hello")),
                correct(
                        "posts asynchronously",
                        w -> w.posts().postAsynchronously(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                correct(
                        "falls back to another channel",
                        w -> w.posts().postWithFallback(w.alice(), w.general(), w.archive(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                correct(
                        "expects that a stranger may not post",
                        w -> {
                            assertThatExceptionOfType(ForbiddenException.class)
                                    .isThrownBy(() -> w.posts().post(w.carol(), w.general(), "hello"));
                            return true;
                        },
                        (w, done) -> assertThat(texts(w, w.general())).isEmpty()),
                correct(
                        "returns nothing where a stranger may not post",
                        w -> w.posts().postIfAllowed(w.carol(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isEmpty()),
                correct(
                                "reads by the paginator",
                                w -> w.posts().texts(w.bob(), w.general()),
                                (w, texts) -> assertThat(texts).hasSize(3))
                        .withMessages(),
                correct(
                                "reads page by page",
                                w -> w.posts().textsPageByPage(w.bob(), w.general()),
                                (w, texts) -> assertThat(texts).hasSize(3))
                        .withMessages(),
                correct(
                        "reads a name once",
                        w -> w.posts().name(w.bob(), w.general()) + w.posts().name(w.bob(), w.general()),
                        (w, name) -> assertThat(name).isEqualTo("generalgeneral")),
                bestEffort(
                                "reads and moves the marker",
                                UPDATE_CHANNEL_READ_MARKER,
                                w -> w.posts().readAll(w.bob(), w.general()),
                                (w, texts) -> assertThat(texts).hasSize(3))
                        .withMessages(),
                correct(
                                "redacts all messages",
                                w -> w.posts().redactAll(w.alice(), w.general()),
                                (w, redacted) -> assertThat(redacted).isEqualTo(3))
                        .withMessages(),
                correct(
                        "opens a channel with a moderator, or none",
                        w -> w.rooms().openWithModerator(w.alice(), w.appInstance(), w.bob()),
                        (w, channel) ->
                                assertThat(channel(w, channel).moderators()).hasSize(2)),
                bestEffort(
                        "opens a channel and welcomes",
                        SEND_CHANNEL_MESSAGE,
                        w -> w.rooms().openAndWelcome(w.alice(), w.appInstance()),
                        (w, channel) -> assertThat(channel(w, channel).name()).isEqualTo("club")),
                correct(
                        "adds a member twice",
                        w -> {
                            w.rooms().add(w.alice(), w.general(), w.carol());
                            w.rooms().add(w.alice(), w.general(), w.carol());
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isEqualTo(3)),
                correct(
                        "removes a member twice",
                        w -> {
                            w.rooms().remove(w.alice(), w.general(), w.bob());
                            w.rooms().remove(w.alice(), w.general(), w.bob());
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isEqualTo(1)),
                correct(
                        "invites several",
                        w -> {
                            w.rooms().invite(w.alice(), w.general(), List.of(w.carol()));
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isGreaterThan(1)),
                correct(
                        "bans",
                        w -> w.rooms().ban(w.alice(), w.general(), w.bob()),
                        (w, banned) -> assertThat(banned).isTrue()),
                correct(
                        "may not ban",
                        w -> w.rooms().ban(w.bob(), w.general(), w.alice()),
                        (w, banned) -> assertThat(banned).isFalse()),
                correct(
                        "bans or reports",
                        w -> w.rooms().banOrReport(w.alice(), w.general(), w.bob(), new ArrayList<>()),
                        (w, banned) -> assertThat(banned).isTrue()),
                correct(
                        "moves a member",
                        w -> {
                            w.rooms().move(w.alice(), w.general(), w.archive(), w.bob());
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isEqualTo(1)),
                correct(
                        "promotes",
                        w -> {
                            w.rooms().promote(w.alice(), w.general(), w.carol());
                            return true;
                        },
                        (w, done) ->
                                assertThat(channel(w, w.general()).moderators()).hasSize(2)),
                correct(
                        "registers a user and adds it",
                        w -> {
                            w.rooms().onboard(w.alice(), w.appInstance(), w.general(), "dave");
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isEqualTo(3)),
                correct(
                        "renames a user",
                        w -> {
                            w.rooms().rename(w.bob(), "Bob");
                            return true;
                        },
                        (w, done) -> assertThat(w.chime()
                                        .state()
                                        .user(w.bob())
                                        .orElseThrow()
                                        .name())
                                .isEqualTo("Bob")),
                correct(
                        "counts members",
                        w -> w.rooms().members(w.bob(), w.general()),
                        (w, members) -> assertThat(members).isEqualTo(2)),
                correct(
                        "closes a channel",
                        w -> {
                            w.rooms().close(w.alice(), w.general());
                            return true;
                        },
                        (w, done) -> assertThat(w.chime().state().channel(w.general()))
                                .isEmpty()),
                bestEffort(
                        "replaces a guest",
                        DELETE_CHANNEL_MEMBERSHIP,
                        w -> {
                            w.rooms().replaceGuest(w.alice(), w.general(), w.bob(), w.carol());
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isPositive()));
    }

    /** Returns the methods with a planted bug. */
    static List<SweepCase<?>> bugs() {
        return List.of(
                mutated(
                        "posts or reports, without the rethrow",
                        "a swallowed denial",
                        w -> {
                            w.mutatedPosts().postOrReport(w.alice(), w.general(), "hello", new ArrayList<>());
                            return true;
                        },
                        (w, done) -> assertThat(done).isTrue()),
                mutated(
                        "posts patiently, without one token",
                        "a retry that sends twice",
                        w -> w.mutatedPosts().postPatiently(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                mutated(
                        "posts with retries, without the pause",
                        "retries at once",
                        w -> w.mutatedPosts().postWithRetries(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                mutated(
                        "posts or explains, without the cause",
                        "the cause of a failure is lost",
                        w -> w.mutatedPosts().postOrExplain(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                mutated(
                        "broadcasts in parallel, without join",
                        "failures of a broadcast are dropped",
                        w -> {
                            w.mutatedPosts().broadcast(w.alice(), List.of(w.general(), w.archive()), "hello");
                            return true;
                        },
                        (w, done) -> assertThat(done).isTrue()),
                mutated(
                                "reads page by page, with a negated condition",
                                "an endless loop over pages",
                                w -> w.mutatedPosts().textsPageByPage(w.bob(), w.general()),
                                (w, texts) -> assertThat(texts).hasSize(3))
                        .withMessages(),
                mutated(
                        "reads a name once, in the wrong order",
                        "a cache poisoned by a failed read",
                        w -> w.mutatedPosts().name(w.bob(), w.general()),
                        (w, name) -> assertThat(name).isEqualTo("general")),
                mutated(
                                "redacts all messages, without the throw",
                                "a message that is not redacted counts as redacted",
                                w -> w.mutatedPosts().redactAll(w.alice(), w.general()),
                                (w, redacted) -> assertThat(redacted).isEqualTo(3))
                        .withMessages(),
                mutated(
                        "opens a channel with a moderator, without the catch",
                        "a channel is left behind when the moderator is denied",
                        w -> w.mutatedRooms().openWithModerator(w.alice(), w.appInstance(), w.bob()),
                        (w, channel) ->
                                assertThat(channel(w, channel).moderators()).hasSize(2)),
                mutated(
                        "invites several, without the check",
                        "errors of a batch are dropped",
                        w -> {
                            w.mutatedRooms().invite(w.alice(), w.general(), List.of(w.carol()));
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isGreaterThan(1)),
                mutated(
                        "bans or reports, without the rethrow",
                        "success is reported for a ban that failed",
                        w -> w.mutatedRooms().banOrReport(w.alice(), w.general(), w.bob(), new ArrayList<>()),
                        (w, banned) -> assertThat(banned).isTrue()),
                mutated(
                        "bans, with a negated result",
                        "success is reported for a denied ban",
                        w -> w.mutatedRooms().ban(w.alice(), w.general(), w.bob()),
                        (w, banned) -> assertThat(banned).isTrue()),
                mutated(
                        "moves a member, in the wrong order",
                        "the member is in no channel if the second call fails",
                        w -> {
                            w.mutatedRooms().move(w.alice(), w.general(), w.archive(), w.bob());
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isEqualTo(1)),
                mutated(
                        "registers a user and adds it, without a catch",
                        "an onboarding that fails on its second try",
                        w -> {
                            w.mutatedRooms().onboard(w.alice(), w.appInstance(), w.general(), w.archive(), "dave");
                            return true;
                        },
                        (w, done) -> assertThat(members(w, w.general())).isEqualTo(3)),
                written(
                        "logs what it could not post",
                        "the text of a message is in the output",
                        w -> w.written().postAndLog(w.alice(), w.general(), "my password is swordfish"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                written(
                        "finds a channel or creates it",
                        "each failure is taken for an absent channel",
                        w -> w.written().findOrCreate(w.alice(), w.appInstance(), w.general()),
                        (w, channel) -> assertThat(channel).isNotEmpty()),
                written(
                                "counts messages",
                                "a channel that cannot be read counts as empty",
                                w -> w.written().countMessages(w.bob(), w.general()),
                                (w, count) -> assertThat(count).isNotNegative())
                        .withMessages(),
                written(
                        "posts and waits",
                        "waits for a thread that has failed",
                        w -> {
                            w.written().postAndWait(w.alice(), w.general(), "hello");
                            return true;
                        },
                        (w, done) -> assertThat(done).isTrue()),
                written(
                                "archives a channel",
                                "a second try copies messages again",
                                w -> {
                                    w.written().archive(w.alice(), w.general(), w.archive());
                                    return true;
                                },
                                (w, done) -> assertThat(texts(w, w.archive())).hasSize(3))
                        .withMessages(),
                written(
                        "posts stubbornly",
                        "retries at once where it cannot help",
                        w -> w.written().postStubbornly(w.alice(), w.general(), "hello"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                written(
                                "reads the first message",
                                "a failure becomes an absent value, which the test asserts",
                                w -> w.written().firstMessage(w.bob(), w.general()),
                                (w, text) -> assertThat(text).isPresent())
                        .withMessages());
    }

    private static StoredChannel channel(World world, String arn) {
        return world.chime().state().channel(arn).orElseThrow();
    }

    private static List<String> texts(World world, String channel) {
        return channel(world, channel).messages().stream()
                .map(StoredMessage::content)
                .toList();
    }

    private static int members(World world, String channel) {
        return channel(world, channel).members().size();
    }
}
