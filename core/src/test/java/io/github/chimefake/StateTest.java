package io.github.chimefake;

import static io.github.chimefake.Requests.addMember;
import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalArgumentException;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.state.ChimeState;
import io.github.chimefake.state.StateDifference;
import io.github.chimefake.state.StoredCaller;
import io.github.chimefake.state.StoredCaller.AccessKeyStatus;
import io.github.chimefake.state.StoredChannel;
import io.github.chimefake.state.StoredMessage;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** What a test reads of the state of a fake. */
class StateTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().clock(clock));
    private final ChimeSdkMessagingClient client = chime.client();
    private final ChimeUser alice = chime.appInstance().user("alice", "Alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();

    @Test
    void showsWhatCallsHaveStored() {
        client.createChannelMembership(addMember(alice, general, bob));
        String id = client.sendChannelMessage(send(bob, general, "hello")).messageId();

        StoredChannel channel = chime.state().channel(general).orElseThrow();

        assertThat(channel.name()).isEqualTo("general");
        assertThat(channel.members())
                .extracting(StoredChannel.StoredMembership::user)
                .containsExactly(alice, bob);
        assertThat(channel.member(bob).orElseThrow())
                .returns(ChannelMembershipType.DEFAULT, StoredChannel.StoredMembership::type)
                .satisfies(member -> assertThat(member.invitedBy()).contains(alice));
        assertThat(channel.messages())
                .singleElement()
                .returns(id, StoredMessage::id)
                .returns(bob, StoredMessage::sender)
                .returns("hello", StoredMessage::content)
                .returns(ManualClock.START, StoredMessage::created);
    }

    @Test
    void aFailedCallLeavesTheStateAsItWas() {
        ChimeState before = chime.state();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.deleteChannel(
                        request -> request.channelArn(general.arn()).chimeBearer(bob.arn())));

        assertThat(chime.state()).isEqualTo(before);
        client.sendChannelMessage(send(alice, general, "hello"));
        assertThat(chime.state()).isNotEqualTo(before);
    }

    @Test
    void whatWasCreatedAndDeletedLeavesNothing() {
        ChimeState before = chime.state();

        String news = client.createChannel(
                        createChannel(alice, chime.appInstance().arn(), "news"))
                .channelArn();
        client.deleteChannel(request -> request.channelArn(news).chimeBearer(alice.arn()));

        assertThat(chime.state()).isEqualTo(before).hasNoChannel(news);
    }

    @Test
    void aStateDoesNotChangeWithTheFake() {
        client.sendChannelMessage(send(alice, general, "hello"));
        ChimeState before = chime.state();
        String json = before.toJson();

        chime.reset();
        chime.close();

        assertThat(before.toJson()).isEqualTo(json);
        assertThat(before).channel(general).hasMessages("hello");
    }

    @Test
    void aClosedFakeHasTheStateOfItsEnd() {
        ChimeState before = chime.state();

        chime.close();

        assertThat(chime.state()).isEqualTo(before);
    }

    @Test
    void hasNoChannelThatHasExpired() {
        client.putChannelExpirationSettings(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .expirationSettings(settings -> settings.expirationDays(1).expirationCriterion("CREATED_TIMESTAMP")));
        ChimeState before = chime.state();

        clock.advance(Duration.ofDays(1));

        assertThat(chime.state()).hasNoChannel(general);
        assertThat(before).channel(general).hasMembers(alice);
    }

    @Test
    void hasNoMessageThatTheRetentionHasDeleted() {
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.clients()
                .identityClient()
                .putAppInstanceRetentionSettings(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .appInstanceRetentionSettings(settings ->
                                        settings.channelRetentionSettings(channels -> channels.retentionDays(1))));

        clock.advance(Duration.ofDays(2));
        assertThat(chime.state()).channel(general).messages().singleElement().returns(true, StoredMessage::hidden);

        clock.advance(Duration.ofDays(30));
        assertThat(chime.state()).channel(general).hasNoMessages();
    }

    @Test
    void aDeletedUserIsNamedByItsId() {
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.appInstance().delete(alice);

        assertThat(chime.state())
                .hasNoUser(alice)
                .channel(general)
                .hasNoMembers()
                .messages()
                .extracting(message -> message.sender().name())
                .containsExactly("alice");
    }

    @Test
    void whatTheLastCallHasLeftToTheBackgroundIsDone() {
        chime.clients()
                .identityClient()
                .deleteAppInstance(
                        request -> request.appInstanceArn(chime.appInstance().arn()));

        assertThat(chime.state()).hasNoChannels().hasToString("0 app instances, 0 users, 0 channels with 0 messages");
    }

    @Test
    void doesNotWaitForProcessors() {
        CountDownLatch returns = new CountDownLatch(1);
        ProcessedChannel processed = new ProcessedChannel(chime, "processed");
        processed.processor(event -> {
            ProcessedChannel.await(returns);
            return FlowVerdict.deny();
        });

        processed.send("hello");

        StoredChannel channel = chime.state().channel(processed.channel).orElseThrow();
        assertThat(channel.messages()).extracting(StoredMessage::status).containsExactly(ChannelMessageStatus.PENDING);
        assertThat(channel.messagesInFlow())
                .extracting(task -> task.message().content())
                .containsExactly("hello");
        returns.countDown();
    }

    @Test
    void aProcessorSeesTheState() {
        ProcessedChannel processed = new ProcessedChannel(chime, "processed");
        processed.processor(event -> {
            assertThat(chime.state()).channel(processed.channel).hasMessages("hello");
            return FlowVerdict.allow();
        });

        processed.send("hello");
        chime.awaitBackgroundWork();

        assertThat(chime.state())
                .channel(processed.channel)
                .messages()
                .extracting(StoredMessage::status)
                .containsExactly(ChannelMessageStatus.SENT);
    }

    @Test
    void namesEachAccessKeyOfACaller() {
        ChimeCaller backend = chime.caller("role/backend").tag("tenant", "t1");
        chime.credentials().rotate(backend);

        StoredCaller stored = chime.state().caller(backend).orElseThrow();

        assertThat(stored.tags()).containsEntry("tenant", "t1");
        assertThat(stored.accessKeys())
                .extracting(StoredCaller.StoredAccessKey::status)
                .containsExactly(AccessKeyStatus.REPLACED, AccessKeyStatus.VALID);
        assertThat(stored.accessKeys().get(0).id()).isEqualTo(backend.accessKeyId());
        assertThat(chime.state().caller(fakes.start().caller("role/other"))).isEmpty();
    }

    @Test
    void findsNothingUnderAnArnThatNothingHas() {
        ChimeState state = chime.state();

        assertThat(state.user("no ARN")).isEmpty();
        assertThat(state.user(general.arn())).isEmpty();
        assertThat(state.channel(alice.arn())).isEmpty();
        assertThat(state.channelFlow(alice.arn())).isEmpty();
        assertThat(state.appInstance(alice.arn())).isEmpty();
        assertThat(state.channelsNamed("General")).isEmpty();
        assertThat(state.appInstance(chime.appInstance().arn())).isPresent();
    }

    @Test
    void comparesWithStatesOfFakesOnly() {
        ChimeState foreign = (ChimeState) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ChimeState.class},
                (proxy, method, arguments) -> "a foreign state");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.state().differenceFrom(foreign))
                .withMessage("The state a foreign state was not taken of a fake. Take states with chime.state(); do"
                        + " not implement ChimeState");
    }

    @Test
    void aStateEqualsItselfWithoutADifference() {
        assertThat(chime.state().differenceFrom(chime.state()))
                .returns(true, StateDifference::isEmpty)
                .hasToString("no difference");
    }
}
