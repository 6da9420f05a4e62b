package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.messaging.fixtures.ChannelFixture;
import io.github.chimefake.internal.messaging.fixtures.FixtureChange;
import io.github.chimefake.internal.messaging.fixtures.FixtureChanges;
import io.github.chimefake.internal.messaging.fixtures.MessageFixture;
import io.github.chimefake.internal.messaging.fixtures.RejectedFixtureException;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.store.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/** The service as a whole: what a test puts into it, going back, determinism, many callers. */
class MessagingServiceTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");

    @Test
    void goingBackToASnapshotUndoesEverythingSince() {
        String general = chime.channelOf(alice, bob);
        chime.send(general, alice, "before");
        Snapshot baseline = chime.service.snapshot();
        String id = chime.send(general, alice, "after");
        chime.registrations.deleteUser(Arn.of(bob.arn()));

        chime.service.restore(baseline);

        assertThat(chime.contents(general, bob)).containsExactly("before");
        assertThat(chime.send(general, alice, "after again"))
                .as("ids come again, too")
                .isEqualTo(id);
    }

    @Test
    void theSameSeedAndTheSameWritesGiveTheSameIds() {
        assertThat(idsOf(new ServiceFixture())).isEqualTo(idsOf(new ServiceFixture()));
        assertThat(new Identifiers(1).messageId(1)).isNotEqualTo(new Identifiers(2).messageId(1));
    }

    private static List<String> idsOf(ServiceFixture other) {
        ChimeUser user = other.user("user");
        String channel =
                other.create(ChannelFixture.of(ServiceFixture.CHAT, "made up").withMembers(List.of(user)));
        return List.of(channel, other.send(channel, user, "hello"));
    }

    @Test
    void aMessageIdLeadsBackToItsSequenceNumber() {
        Identifiers identifiers = new Identifiers(-7);

        assertThat(IntStream.range(0, 1000).mapToObj(identifiers::messageId))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{64}"));
        assertThat(List.of(0L, 1L, 4_294_967_296L, Long.MAX_VALUE, -1L))
                .allSatisfy(sequence -> assertThat(identifiers.sequenceOf(identifiers.messageId(sequence)))
                        .hasValue(sequence));
        assertThat(identifiers.sequenceOf(new Identifiers(8).messageId(1))).isEmpty();
        assertThat(identifiers.sequenceOf(identifiers.messageId(1).toUpperCase(Locale.ROOT)))
                .isEmpty();
    }

    @Test
    void manyCallersLoseNoMessageAndRepeatNone() throws ExecutionException, InterruptedException {
        String general = chime.channelOf(alice, bob);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> sent = IntStream.range(0, 8)
                    .mapToObj(caller -> callers.submit(() -> IntStream.range(0, 100)
                            .mapToObj(number -> chime.call(
                                            chime.message(general, alice, caller + ":" + number)
                                                    .clientRequestToken(caller + "-" + number)
                                                    .build(),
                                            SendChannelMessageResponse.class)
                                    .messageId())
                            .toList()))
                    .toList();
            List<String> ids = new ArrayList<>();
            for (Future<List<String>> batch : sent) {
                ids.addAll(batch.get());
            }
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(chime.service.messages(Arn.of(general)))
                    .extracting(ChannelMessage::messageId)
                    .containsExactlyInAnyOrderElementsOf(ids);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void everyOperationIsServed() {
        assertThat(ChimeService.MESSAGING.operations()).allMatch(chime.service::serves);
    }

    @Test
    void membersOfADeletedChannelAreUnlinkedLittleByLittle() {
        List<ChimeUser> crowd = IntStream.range(0, 250)
                .mapToObj(number -> chime.user("u" + number))
                .toList();
        String channel = chime.create(chime.channel("big")
                .withMembers(crowd)
                .withModerators(crowd.subList(0, 10))
                .withCreator(alice));
        String other = chime.channelOf(alice);
        chime.call(DeleteChannelRequest.builder()
                .channelArn(channel)
                .chimeBearer(alice.arn())
                .build());
        chime.create(chime.channel("big").withMembers(List.of(bob)));

        chime.send(other, alice, "one");
        chime.send(other, alice, "two");
        chime.send(other, alice, "three");

        State state = chime.service.snapshot().state();
        assertThat(state.pendingDeletions().deletedChannels()).isEmpty();
        assertThat(crowd).allSatisfy(user -> {
            assertThat(state.links(member(user)).memberOf()).isEmpty();
            assertThat(state.links(member(user)).moderatorOf()).isEmpty();
        });
        assertThat(state.links(member(bob)).memberOf()).containsExactly(Arn.parse(channel, ChannelArn.class));
    }

    private static MemberArn member(ChimeUser user) {
        return Arn.parse(user.arn(), MemberArn.class);
    }

    @Test
    void aSeededMessageMayBeOldAndTakesItsPlace() {
        String general = chime.channelOf(alice, bob);
        chime.send(general, alice, "today");

        String id = chime.service.sendMessage(MessageFixture.of(Arn.of(general), Arn.of(bob.arn()), "yesterday")
                .withMetadata("old")
                .withSentAt(ServiceFixture.START.minus(Duration.ofDays(1))));

        assertThat(chime.contents(general, alice)).containsExactly("today", "yesterday");
        assertThat(chime.service.messages(Arn.of(general)).get(0).messageId()).isEqualTo(id);
        assertThat(chime.service.messages(Arn.of(general)).get(0).metadata()).isEqualTo("old");
    }

    @Test
    void changesAreMadeTogetherOrNotAtAll() {
        String general = chime.channelOf(alice, bob);
        Arn channel = Arn.of(general);
        FixtureChange greeting = FixtureChanges.sendMessage(MessageFixture.of(channel, Arn.of(bob.arn()), "hello"));

        assertThatExceptionOfType(RejectedFixtureException.class)
                .isThrownBy(() -> chime.service.change(
                        List.of(greeting, FixtureChanges.removeMember(channel, Arn.of(bob.arn() + "x")))))
                .satisfies(rejected -> assertThat(rejected.index()).isOne());
        assertThat(chime.service.messages(channel)).isEmpty();

        List<String> names =
                chime.service.change(List.of(greeting, FixtureChanges.removeMember(channel, Arn.of(bob.arn()))));
        assertThat(chime.service.messages(channel).get(0).messageId()).isEqualTo(names.get(0));
        assertThat(names.get(1)).isEqualTo(bob.arn());
        assertThat(chime.service.members(channel)).hasSize(1);
        chime.service.change(List.of(FixtureChanges.deleteMessage(channel, names.get(0))));
        assertThat(chime.service.messages(channel)).isEmpty();
    }

    @Test
    void aSeededChannelHasWhatTheSeedSays() {
        ChimeUser carol = chime.user("carol");
        String arn = chime.create(chime.channel("c")
                .withMode(ChannelMode.UNRESTRICTED)
                .withPrivacy(ChannelPrivacy.PRIVATE)
                .withMetadata("about")
                .withCreator(alice)
                .withHiddenMembers(List.of(bob))
                .withModerators(List.of(carol)));
        chime.service.addModerator(Arn.of(arn), Arn.of(bob.arn()));

        Channel channel = chime.call(
                        DescribeChannelRequest.builder()
                                .channelArn(arn)
                                .chimeBearer(carol.arn())
                                .build(),
                        DescribeChannelResponse.class)
                .channel();
        assertThat(channel.mode()).isEqualTo(ChannelMode.UNRESTRICTED);
        assertThat(channel.privacy()).isEqualTo(ChannelPrivacy.PRIVATE);
        assertThat(channel.metadata()).isEqualTo("about");
        assertThat(channel.createdBy().arn()).isEqualTo(alice.arn());
        assertThat(chime.service.members(Arn.of(arn)))
                .extracting(ChannelMembership::type)
                .containsExactly(ChannelMembershipType.DEFAULT, ChannelMembershipType.HIDDEN);
    }

    @Test
    void rolesOfTheAppInstanceComeAndGo() {
        String general = chime.channelOf(bob);
        UpdateChannelRequest update = UpdateChannelRequest.builder()
                .channelArn(general)
                .name("x")
                .chimeBearer(alice.arn())
                .build();
        chime.registrations.promoteToAdmin(Arn.of(alice.arn()));
        assertThat(chime.outcome(update)).isEmpty();

        chime.registrations.demoteFromAdmin(Arn.of(alice.arn()));

        assertThat(chime.error(update)).isEqualTo(ChimeError.FORBIDDEN);
    }

    @Test
    void whatCannotBeIsNotSeeded() {
        AppInstanceArn other =
                Arn.parse("arn:aws:chime:us-east-1:111122223333:app-instance/other", AppInstanceArn.class);
        String general = chime.channelOf(alice);
        String ghost = ServiceFixture.CHAT.user("ghost").toString();

        assertThat(chime.registrations.appInstances()).containsExactly(ServiceFixture.CHAT);
        refuses(() -> chime.registrations.createAppInstance(ServiceFixture.CHAT, "again"), "exists already");
        refuses(
                () -> chime.registrations.createAppInstance(
                        Arn.parse("arn:aws:s3:::app-instance/bucket", AppInstanceArn.class), "x"),
                "app-instance/chat");
        refuses(() -> chime.registrations.ensureUser(other, "x", "x"), ServiceFixture.CHAT.toString());
        refuses(() -> chime.registrations.ensureUser(ServiceFixture.CHAT, "-x", "x"), "\"-x\"");
        refuses(() -> chime.registrations.promoteToAdmin(Arn.of(ghost)), alice.arn());
        refuses(() -> chime.service.createChannel(chime.channel("general")), "exists already");
        refuses(() -> chime.service.createChannel(chime.channel("a b")), "\"a b\"");
        refuses(() -> chime.service.addMember(Arn.of(general), Arn.of(ghost), ChannelMembershipType.DEFAULT), ghost);
        refuses(() -> chime.service.addModerator(Arn.of(general + "x"), Arn.of(alice.arn())), general);
        refuses(() -> chime.service.messages(Arn.of("arn:aws:chime:::x")), ServiceFixture.CHAT.toString());
        refuses(
                () -> chime.service.sendMessage(
                        MessageFixture.of(Arn.of(general), Arn.of(alice.arn()), "x".repeat(5000))),
                "4096");
        chime.registrations.createAppInstance(other, "Other");
        ChimeUser stranger = chime.registrations.ensureUser(other, "stranger", "Stranger");
        refuses(
                () -> chime.service.addMember(Arn.of(general), Arn.of(stranger.arn()), ChannelMembershipType.DEFAULT),
                stranger.arn());
    }

    private static void refuses(ThrowingCallable seeding, String hint) {
        assertThatIllegalArgumentException().isThrownBy(seeding).withMessageContaining(hint);
    }
}
