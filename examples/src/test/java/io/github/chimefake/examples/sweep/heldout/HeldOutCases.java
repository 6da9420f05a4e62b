package io.github.chimefake.examples.sweep.heldout;

import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static io.github.chimefake.examples.sweep.SweepCase.bestEffort;
import static io.github.chimefake.examples.sweep.SweepCase.correct;
import static io.github.chimefake.examples.sweep.SweepCase.mutated;
import static io.github.chimefake.examples.sweep.SweepCase.written;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.examples.sweep.SweepCase;
import io.github.chimefake.examples.sweep.World;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The services of this package, with their tests. */
public final class HeldOutCases {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));

    private HeldOutCases() {}

    /** Returns the cases without a planted bug. */
    public static List<SweepCase<?>> correctOnes() {
        return List.of(
                correct(
                        "opens a room, through a gateway",
                        w -> rooms(w, new RoomService.Gateway())
                                .open(w.alice(), w.appInstance(), "plans", List.of(w.bob(), w.carol())),
                        (w, room) -> assertThat(channel(w, room).members()).hasSize(3)),
                correct(
                        "posts through a gateway",
                        w -> rooms(w, new RoomService.Gateway()).post(w.alice(), w.general(), "good morning"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("good morning")),
                correct(
                        "renames a room, through a gateway",
                        w -> {
                            rooms(w, new RoomService.Gateway()).rename(w.alice(), w.general(), "lobby");
                            return "renamed";
                        },
                        (w, done) -> assertThat(channel(w, w.general()).name()).isEqualTo("lobby")),
                correct(
                        "invites by futures",
                        w -> await(new AsyncChat(async(w)).invite(w.alice(), w.general(), w.carol())),
                        (w, id) -> assertThat(channel(w, w.general()).members()).hasSize(3)),
                correct(
                        "posts and reads by futures",
                        w -> await(new AsyncChat(async(w)).postAndRead(w.bob(), w.general(), "good morning")),
                        (w, text) -> assertThat(text).isEqualTo("good morning")),
                correct(
                        "counts members by a future",
                        w -> await(new AsyncChat(async(w)).members(w.bob(), w.general())),
                        (w, members) -> assertThat(members).isEqualTo(2)),
                correct(
                        "sets a topic by a future",
                        w -> await(new AsyncChat(async(w))
                                .topic(w.alice(), w.general(), "food")
                                .thenApply(done -> true)),
                        (w, done) ->
                                assertThat(channel(w, w.general()).metadata()).contains("food")),
                correct(
                        "imports members",
                        w -> new BulkImporter(messaging(w), w.alice())
                                .members(w.archive(), List.of(w.bob(), w.carol())),
                        (w, failed) -> assertThat(failed).isEmpty()),
                correct(
                        "imports messages",
                        w -> new BulkImporter(messaging(w), w.alice())
                                .messages(w.archive(), "old", List.of("first line", "second line")),
                        (w, posted) -> assertThat(texts(w, w.archive())).containsExactly("first line", "second line")),
                correct(
                                "redacts and bans, with retries",
                                w -> bot(w, new ModeratorBot.Retries()).patrol(w.general()),
                                (w, redacted) -> assertThat(redacted).isEqualTo(1))
                        .withMessages(),
                correct(
                        "warns, with retries",
                        w -> bot(w, new ModeratorBot.Retries()).warn(w.general(), "be polite"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("be polite")),
                correct(
                        "remembers the name of a channel",
                        w -> {
                            ChannelDirectory directory = w.service(
                                    ChannelDirectory.class, () -> new ChannelDirectory(messaging(w), w.bob(), TIME));
                            return directory.name(w.general());
                        },
                        (w, name) -> assertThat(name).contains("general")),
                correct(
                        "shows an old name",
                        w -> {
                            ChannelDirectory directory = w.service(
                                    ChannelDirectory.class,
                                    () -> new ChannelDirectory(messaging(w), w.bob(), new Minutes()));
                            directory.nameOrOldOne(w.general());
                            return directory.nameOrOldOne(w.general());
                        },
                        (w, name) -> assertThat(name).contains("general")),
                correct(
                        "deletes channels, as far as that works",
                        w -> new CleanupJob(messaging(w), w.alice()).delete(List.of(w.general(), w.archive())),
                        (w, deleted) -> assertThat(deleted).isEqualTo(2)),
                correct(
                                "redacts old messages",
                                w -> new CleanupJob(messaging(w), w.alice()).trim(w.general(), 1),
                                (w, redacted) -> assertThat(redacted).isEqualTo(2))
                        .withMessages(),
                correct(
                                "exports page by page",
                                w -> new TranscriptExporter(messaging(w)).export(w.bob(), w.general()),
                                (w, lines) -> assertThat(lines).hasSize(3).contains("bob: one"))
                        .withMessages(),
                correct(
                                "counts pages",
                                w -> new TranscriptExporter(messaging(w)).pages(w.bob(), w.general()),
                                (w, pages) -> assertThat(pages).isGreaterThanOrEqualTo(3))
                        .withMessages(),
                correct(
                        "moves markers, and counts those that it could not move",
                        w -> new ReadMarkers(messaging(w)).moveAll(w.alice()),
                        (w, moved) -> assertThat(moved).isEqualTo(new ReadMarkers.Moved(2, 0))),
                bestEffort(
                        "moves markers, as far as that works",
                        UPDATE_CHANNEL_READ_MARKER,
                        w -> new ReadMarkers(messaging(w)).moveAll(w.alice()),
                        (w, moved) -> assertThat(moved.done() + moved.failed()).isEqualTo(2)),
                correct(
                                "counts unread channels",
                                w -> new ReadMarkers(messaging(w)).unread(w.alice()),
                                (w, unread) -> assertThat(unread).isEqualTo(1))
                        .withMessages(),
                correct(
                        "welcomes a user, or undoes that",
                        w -> onboarding(w).welcome("dora", "Dora", List.of(w.general(), w.archive())),
                        (w, user) ->
                                assertThat(channel(w, w.archive()).members()).hasSize(2)),
                correct(
                        "makes a moderator",
                        w -> {
                            onboarding(w).promote(w.general(), w.carol());
                            return true;
                        },
                        (w, done) ->
                                assertThat(channel(w, w.general()).moderators()).hasSize(2)),
                correct(
                        "announces by futures",
                        w -> {
                            announcements(w).announce(w.alice(), List.of(w.general(), w.archive()), "system update");
                            return "announced";
                        },
                        (w, done) -> assertThat(texts(w, w.archive())).containsExactly("system update")),
                correct(
                        "announces on threads",
                        w -> announcements(w)
                                .announceOnThreads(w.alice(), List.of(w.general(), w.archive()), "system update"),
                        (w, ids) -> assertThat(ids).hasSize(2)),
                correct(
                        "announces by a parallel stream",
                        w -> announcements(w)
                                .announceByStream(w.alice(), List.of(w.general(), w.archive()), "system update"),
                        (w, posted) -> assertThat(posted).isEqualTo(2)),
                correct(
                        "shows a profile",
                        w -> new Profiles(identity(w), messaging(w)).profile(w.bob()),
                        (w, profile) -> assertThat(profile.id()).isNotEmpty()),
                correct(
                        "shows a room",
                        w -> new Profiles(identity(w), messaging(w)).room(w.bob(), w.general()),
                        (w, room) -> assertThat(room).contains(new Profiles.Room("general", 2))),
                correct(
                        "lists the names of users",
                        w -> new Profiles(identity(w), messaging(w)).names(w.appInstance()),
                        (w, names) -> assertThat(names).contains("alice", "bob", "carol")),
                correct(
                        "returns a result",
                        w -> new Results(messaging(w)).post(w.alice(), w.general(), "good morning"),
                        (w, result) -> assertThat(result).isInstanceOf(Results.Result.Done.class)),
                correct(
                        "returns a result that says you may not",
                        w -> new Results(messaging(w)).post(w.carol(), w.general(), "good morning"),
                        (w, result) ->
                                assertThat(result).isEqualTo(new Results.Result.Failed<>("you may not do that"))),
                correct(
                        "returns the result of two steps",
                        w -> new Results(messaging(w)).announceTopic(w.alice(), w.general(), "food"),
                        (w, result) -> assertThat(result.get()).isNotEmpty()),
                correct(
                        "posts in the background",
                        w -> flush(w, new Outbox(messaging(w))),
                        (w, done) ->
                                assertThat(texts(w, w.general())).containsExactly("first letter", "second letter")),
                correct(
                        "tells of an order",
                        w -> new Orders(messaging(w), w.alice()).shipped(w.general(), "4711"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("order 4711 was shipped")),
                correct(
                        "opens the channel of an order",
                        w -> new Orders(messaging(w), w.alice()).open(w.appInstance(), "4711"),
                        (w, channel) -> assertThat(channel(w, channel).name()).isEqualTo("order 4711")),
                correct(
                                "erases a user",
                                w -> {
                                    new Erasure(messaging(w), identity(w), w.alice())
                                            .erase(w.bob(), List.of(w.general()));
                                    return "erased";
                                },
                                (w, done) -> assertThat(w.chime().state().users())
                                        .noneMatch(user -> user.arn().equals(w.bob())))
                        .withMessages(),
                correct(
                        "asks whether a user is registered",
                        w -> new Erasure(messaging(w), identity(w), w.alice()).isRegistered(w.bob()),
                        (w, registered) -> assertThat(registered).isTrue()));
    }

    /** Returns the cases with a planted bug. */
    public static List<SweepCase<?>> bugs() {
        return List.of(
                mutated(
                        "posts through a gateway, without the cause",
                        "the cause of a failure is lost",
                        w -> rooms(w, new RoomService.GatewayWithoutCause())
                                .post(w.alice(), w.general(), "good morning"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("good morning")),
                mutated(
                        "renames a room, without the exception",
                        "a swallowed denial",
                        w -> {
                            rooms(w, new RoomService.LenientGateway()).rename(w.alice(), w.general(), "lobby");
                            return "renamed";
                        },
                        (w, done) -> assertThat(done).isEqualTo("renamed")),
                mutated(
                        "opens a room, without the catch",
                        "a channel is left behind",
                        w -> new RoomService.WithoutRollback(messaging(w), new RoomService.Gateway())
                                .open(w.alice(), w.appInstance(), "plans", List.of(w.bob(), w.carol())),
                        (w, room) -> assertThat(channel(w, room).members()).hasSize(3)),
                mutated(
                        "invites by futures, without waiting for one",
                        "success is reported for a denied membership",
                        w -> await(new AsyncChat.Changed(async(w)).invite(w.alice(), w.general(), w.carol())),
                        (w, id) -> assertThat(id).isNotEmpty()),
                mutated(
                        "counts members by a future, without the failure",
                        "a future that never completes",
                        w -> new AsyncChat.Changed(async(w))
                                .members(w.bob(), w.general())
                                .join(),
                        (w, members) -> assertThat(members).isEqualTo(2)),
                mutated(
                        "sets a topic by a future, with handle",
                        "a swallowed denial",
                        w -> await(new AsyncChat.Changed(async(w))
                                .topic(w.alice(), w.general(), "food")
                                .thenApply(done -> true)),
                        (w, done) -> assertThat(done).isTrue()),
                mutated(
                        "imports members, without the loop over errors",
                        "errors of a batch are dropped",
                        w -> new BulkImporter.WithoutErrors(messaging(w), w.alice())
                                .members(w.archive(), List.of(w.bob(), w.carol())),
                        (w, failed) -> assertThat(failed).isEmpty()),
                mutated(
                        "imports messages, without the token",
                        "a second import copies messages again",
                        w -> new BulkImporter.WithoutToken(messaging(w), w.alice())
                                .messages(w.archive(), "old", List.of("first line", "second line")),
                        (w, posted) -> assertThat(posted).isEqualTo(2)),
                mutated(
                        "warns, with retries without pauses",
                        "retries at once",
                        w -> bot(w, new ModeratorBot.HastyRetries()).warn(w.general(), "be polite"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("be polite")),
                mutated(
                        "warns, with retries without a limit",
                        "an endless loop of retries",
                        w -> bot(w, new ModeratorBot.EndlessRetries()).warn(w.general(), "be polite"),
                        (w, id) -> assertThat(texts(w, w.general())).containsExactly("be polite")),
                mutated(
                        "warns, with retries without a token",
                        "a retry that sends twice",
                        w -> new ModeratorBot.WarnsTwice(
                                        messaging(w), new ModeratorBot.Retries(), w.alice(), Set.of("two"))
                                .warn(w.general(), "be polite"),
                        (w, id) -> assertThat(texts(w, w.general())).contains("be polite")),
                mutated(
                                "redacts and bans, in the wrong order",
                                "no user is banned if the ban fails at first",
                                w -> new ModeratorBot.RedactsFirst(
                                                messaging(w), new ModeratorBot.Retries(), w.alice(), Set.of("two"))
                                        .patrol(w.general()),
                                (w, redacted) -> assertThat(redacted).isEqualTo(1))
                        .withMessages(),
                mutated(
                        "remembers the name of a channel, and failures",
                        "a cache poisoned by a failed read",
                        w -> {
                            ChannelDirectory directory = w.service(
                                    ChannelDirectory.class,
                                    () -> new ChannelDirectory.RemembersFailures(messaging(w), w.bob(), TIME));
                            return directory.name(w.general()).orElseThrow();
                        },
                        (w, name) -> assertThat(name).isEqualTo("general")),
                mutated(
                        "remembers the name of a channel, in the wrong order",
                        "a cache poisoned by a failed read",
                        w -> {
                            ChannelDirectory directory = w.service(
                                    ChannelDirectory.class,
                                    () -> new ChannelDirectory.EntersFirst(messaging(w), w.bob(), TIME));
                            return directory.name(w.general());
                        },
                        (w, name) -> assertThat(name).contains("general")),
                mutated(
                        "deletes channels, without the exception in the end",
                        "failures of a job are dropped",
                        w -> new CleanupJob.Changed(messaging(w), w.alice()).delete(List.of(w.general(), w.archive())),
                        (w, deleted) -> assertThat(deleted).isPositive()),
                mutated(
                                "redacts old messages, with a catch",
                                "a message that is not redacted counts as redacted",
                                w -> new CleanupJob.Changed(messaging(w), w.alice()).trim(w.general(), 1),
                                (w, redacted) -> assertThat(redacted).isEqualTo(2))
                        .withMessages(),
                mutated(
                                "exports page by page, until a failure",
                                "a part is returned as the whole",
                                w -> new TranscriptExporter.StopsEarly(messaging(w)).export(w.bob(), w.general()),
                                (w, lines) -> assertThat(lines).isNotNull())
                        .withMessages(),
                mutated(
                                "exports page by page, again and again",
                                "an endless loop over pages",
                                w -> new TranscriptExporter.NeverStops(messaging(w)).export(w.bob(), w.general()),
                                (w, lines) -> assertThat(lines).hasSize(3))
                        .withMessages(),
                mutated(
                        "moves markers, without counting failures",
                        "success is reported for what failed",
                        w -> new ReadMarkers.WithoutCount(messaging(w)).moveAll(w.alice()),
                        (w, moved) -> assertThat(moved).isEqualTo(new ReadMarkers.Moved(2, 0))),
                mutated(
                        "welcomes a user, without undoing",
                        "an onboarding that fails on its second try",
                        w -> changedOnboarding(w, true).welcome("dora", "Dora", List.of(w.general(), w.archive())),
                        (w, user) ->
                                assertThat(channel(w, w.archive()).members()).hasSize(2)),
                mutated(
                        "welcomes a user, without the rethrow",
                        "success is reported for an onboarding that was undone",
                        w -> changedOnboarding(w, false).welcome("dora", "Dora", List.of(w.general(), w.archive())),
                        (w, user) -> assertThat(user).isNotNull()),
                mutated(
                        "makes a moderator, without the catches",
                        "a promotion that fails on its second try",
                        w -> {
                            changedOnboarding(w, true).promote(w.general(), w.carol());
                            return true;
                        },
                        (w, done) ->
                                assertThat(channel(w, w.general()).moderators()).hasSize(2)),
                mutated(
                        "announces by futures, with handle",
                        "failures of a broadcast are dropped",
                        w -> {
                            changedAnnouncements(w)
                                    .announce(w.alice(), List.of(w.general(), w.archive()), "system update");
                            return "announced";
                        },
                        (w, done) -> assertThat(done).isEqualTo("announced")),
                mutated(
                        "announces on threads, without get",
                        "failures of a broadcast are dropped",
                        w -> changedAnnouncements(w)
                                .announceOnThreads(w.alice(), List.of(w.general(), w.archive()), "system update"),
                        (w, ids) -> assertThat(ids).hasSize(2)),
                mutated(
                        "shows a room, with a wider catch",
                        "each failure is taken for an absent channel",
                        w -> new Profiles.CatchesMore(identity(w), messaging(w)).room(w.bob(), w.general()),
                        (w, room) -> assertThat(room).isNotNull()),
                written(
                        "shows a room that seems empty",
                        "a channel that cannot be read counts as empty",
                        w -> new Profiles.CountsNone(identity(w), messaging(w)).room(w.bob(), w.general()),
                        (w, room) -> assertThat(room).isPresent()),
                written(
                        "shows a profile without a name",
                        "a user who cannot be read is shown by its id",
                        w -> new Profiles.CountsNone(identity(w), messaging(w)).profile(w.bob()),
                        (w, profile) -> assertThat(profile.id()).isNotEmpty()),
                mutated(
                        "returns the result of two steps, without a condition",
                        "the first failure is dropped",
                        w -> new Results.Changed(messaging(w)).announceTopic(w.alice(), w.general(), "food"),
                        (w, result) -> assertThat(result.get()).isNotEmpty()),
                mutated(
                        "returns a result, with another case",
                        "success is reported for a denied post",
                        w -> new Results.Changed(messaging(w)).post(w.alice(), w.general(), "good morning"),
                        (w, result) -> assertThat(result).isInstanceOf(Results.Result.Done.class)),
                mutated(
                        "posts in the background, without a report",
                        "failures of a thread are dropped",
                        w -> flush(w, new Outbox.WithoutReport(messaging(w))),
                        (w, done) -> assertThat(done).isEqualTo("flushed")),
                mutated(
                        "posts in the background, without a catch",
                        "waits for a thread that has failed",
                        w -> flush(w, new Outbox.WithoutCatch(messaging(w))),
                        (w, done) -> assertThat(texts(w, w.general())).hasSize(2)),
                written(
                        "posts in the background, with a log",
                        "the text of a message is in the output",
                        w -> flush(w, new Outbox.Logs(messaging(w))),
                        (w, done) -> assertThat(texts(w, w.general())).hasSize(2)),
                mutated(
                        "tells of an order, with a token for each attempt",
                        "a retry that sends twice",
                        w -> new Orders.TokenOfAttempt(messaging(w), w.alice()).shipped(w.general(), "4711"),
                        (w, id) -> assertThat(id).isNotEmpty()),
                mutated(
                                "erases a user, with a catch",
                                "messages stay, and the caller does not learn it",
                                w -> {
                                    new Erasure.Changed(messaging(w), identity(w), w.alice())
                                            .erase(w.bob(), List.of(w.general()));
                                    return "erased";
                                },
                                (w, done) -> assertThat(w.chime().state().users())
                                        .noneMatch(user -> user.arn().equals(w.bob())))
                        .withMessages(),
                mutated(
                        "asks whether a user is registered, with a wider catch",
                        "what is forbidden counts as absent",
                        w -> new Erasure.Changed(messaging(w), identity(w), w.alice()).isRegistered(w.bob()) ? 1 : 0,
                        (w, registered) -> assertThat(registered).isBetween(0, 1)),
                mutated(
                                "erases a user, in the wrong order",
                                "an erasure that fails on its second try",
                                w -> {
                                    new Erasure.DeletesFirst(messaging(w), identity(w), w.alice())
                                            .erase(w.bob(), List.of(w.general()));
                                    return "erased";
                                },
                                (w, done) -> assertThat(w.chime().state().users())
                                        .noneMatch(user -> user.arn().equals(w.bob())))
                        .withMessages());
    }

    /** Time that goes on by two minutes whenever it is asked. */
    private static final class Minutes implements InstantSource {
        private Instant now = Instant.parse("2026-11-30T12:00:00Z");

        @Override
        public Instant instant() {
            now = now.plusSeconds(120);
            return now;
        }
    }

    private static ChimeSdkMessagingClient messaging(World world) {
        return world.chime().clients().client();
    }

    private static ChimeSdkMessagingAsyncClient async(World world) {
        return world.chime().clients().asyncClient();
    }

    private static ChimeSdkIdentityClient identity(World world) {
        return world.chime().clients().identityClient();
    }

    private static RoomService rooms(World world, RoomService.Gateway gateway) {
        return new RoomService(messaging(world), gateway);
    }

    private static ModeratorBot bot(World world, ModeratorBot.Retries retries) {
        return new ModeratorBot(messaging(world), retries, world.alice(), Set.of("two"));
    }

    private static Onboarding onboarding(World world) {
        return new Onboarding(messaging(world), identity(world), world.appInstance(), world.alice());
    }

    private static Onboarding changedOnboarding(World world, boolean rethrows) {
        return new Onboarding.Changed(messaging(world), identity(world), world.appInstance(), world.alice(), rethrows);
    }

    private static Announcements announcements(World world) {
        return new Announcements(messaging(world), async(world));
    }

    private static Announcements changedAnnouncements(World world) {
        return new Announcements.Changed(messaging(world), async(world));
    }

    private static String flush(World world, Outbox outbox) {
        outbox.add(world.alice(), world.general(), "first letter");
        outbox.add(world.bob(), world.general(), "second letter");
        outbox.flush();
        return "flushed";
    }

    /** Waits as a controller does, and throws what the future failed with. */
    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(30, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("not completed", e);
        }
    }

    private static StoredChannel channel(World world, String arn) {
        return world.chime().state().channel(arn).orElseThrow();
    }

    private static List<String> texts(World world, String channel) {
        return channel(world, channel).messages().stream()
                .map(StoredMessage::content)
                .toList();
    }
}
