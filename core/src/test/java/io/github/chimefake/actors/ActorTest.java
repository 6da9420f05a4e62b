package io.github.chimefake.actors;

import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.Requests;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.session.MessagingSession;
import io.github.chimefake.session.SessionClose;
import io.github.chimefake.session.SessionClosedException;
import io.github.chimefake.sessions.OpenSession;
import io.github.chimefake.sessions.RecordedSession;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class ActorTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser carol = chime.appInstance().admin("carol");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final Actor actor = chime.actor(bob);

    private static String allowing(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}]}";
    }

    private List<String> contents() {
        return messages().stream().map(ChannelMessageSummary::content).toList();
    }

    private List<ChannelMessageSummary> messages() {
        return chime.client()
                .listChannelMessages(Requests.listMessages(alice, general))
                .channelMessages();
    }

    private SendChannelMessageRequest lastSent() {
        List<SendChannelMessageRequest> sent = chime.journal().requests(SendChannelMessageRequest.class);
        return sent.get(sent.size() - 1);
    }

    @Test
    void sendsEditsRedactsAndDeletes() {
        String first = actor.send(general, "hello");
        actor.edit(general, first, "hello, everybody");
        String second = actor.send(general, "secret");
        actor.redact(general, second);
        String third = actor.send(general, "gone");
        chime.actor(carol).delete(general, third);

        assertThat(messages()).extracting(ChannelMessageSummary::messageId).containsExactlyInAnyOrder(first, second);
        assertThat(contents()).contains("hello, everybody").doesNotContain("secret");
        assertThat(messages())
                .allSatisfy(message -> assertThat(message.sender().arn()).isEqualTo(bob.arn()));
    }

    @Test
    void sendsWhatTheOptionsSay() {
        actor.send(
                general,
                "hello",
                message -> message.metadata("more").persistence(ChannelMessagePersistenceType.NON_PERSISTENT));

        assertThat(lastSent().metadata()).isEqualTo("more");
        assertThat(contents()).isEmpty();
    }

    @Test
    void typesAsTheDemonstrationDoes() {
        actor.type(general);

        assertThat(lastSent().content()).isEqualTo("{\"Typing\":\"Indicator\"}");
        assertThat(lastSent().type()).isEqualTo(ChannelMessageType.CONTROL);
        assertThat(lastSent().persistence()).isEqualTo(ChannelMessagePersistenceType.NON_PERSISTENT);
    }

    @Test
    void sendsToOneMember() {
        actor.sendTo(general, alice, "psst");

        assertThat(lastSent().target()).extracting(target -> target.memberArn()).containsExactly(alice.arn());
    }

    @Test
    void changesMemberships() {
        ChimeUser dave = chime.user("dave");
        Actor moderator = chime.actor(carol);
        moderator.add(general, dave);
        moderator.ban(general, bob);

        assertThat(chime.state()).channel(general).hasMembers(alice, dave).hasBanned(bob);

        moderator.unban(general, bob);
        actor.join(general);
        chime.actor(dave).leave(general);
        moderator.remove(general, alice);

        assertThat(chime.state()).channel(general).hasMembers(bob);
    }

    @Test
    void marksAsRead() {
        actor.markRead(general);

        assertThat(chime.journal().calls())
                .singleElement()
                .satisfies(call -> assertThat(call.response()).isPresent());
    }

    @Test
    void offersEveryOperationByItsClient() {
        String message = actor.send(general, "hello");

        assertThat(actor.client()
                        .getChannelMessage(
                                request -> request.channelArn(general.arn()).messageId(message))
                        .channelMessage()
                        .content())
                .isEqualTo("hello");
    }

    @Test
    void failsWithTheExceptionsOfTheSdk() {
        chime.permissions().by(bob).deny(SEND_CHANNEL_MESSAGE);
        ChimeUser ghost = chime.appInstance().unregistered("ghost");

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> actor.send(general, "hello"))
                .satisfies(denied -> assertThat(denied.statusCode()).isEqualTo(401));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> actor.delete(general, "0123"));
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.actor(ghost).send(general, "hello"));
    }

    @Test
    void passesPoliciesOfTheCallerThatSigns() {
        ChimeCaller browser = chime.caller("user/browser");
        chime.permissions().by(chime.caller()).attach("reading", allowing("chime:ListChannelMessages"));

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> actor.send(general, "hello"))
                .satisfies(denied ->
                        assertThat(denied.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
        assertThat(actor.signedBy(browser).send(general, "hello")).isNotEmpty();
    }

    @Test
    void isCountedByRateLimits() {
        chime.clock().freeze();
        chime.rates().on(SEND_CHANNEL_MESSAGE).perBearer(1);
        actor.send(general, "first");

        assertThatExceptionOfType(ThrottledClientException.class).isThrownBy(() -> actor.send(general, "second"));
    }

    @Test
    void meetsNoFaultAndIsNotCountedUnlessAsked() {
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).nthCall(2).fail(THROTTLED_CLIENT);
        Registration always = chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofMillis(1));
        actor.send(general, "1");
        actor.send(general, "2");
        assertThat(always.timesApplied()).isZero();

        actor.withFaults().send(general, "3");
        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> actor.withFaults().send(general, "4"));

        assertThat(fault.timesApplied()).isOne();
        assertThat(contents()).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void isNotRetriedAndSeesBrokenConnectionsWithFaults() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).loseResponse();

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> actor.withFaults().send(general, "hello"))
                .withStackTraceContaining("closed before the response");
        assertThat(contents()).containsExactly("hello");
    }

    @Test
    void isLeftOutByRulesThatApplyToCertainCallsOnly() {
        Registration second =
                chime.permissions().on(SEND_CHANNEL_MESSAGE).nthCall(2).deny();
        actor.send(general, "1");
        actor.send(general, "2");
        chime.client().sendChannelMessage(Requests.send(alice, general, "3"));
        actor.send(general, "4");

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.client().sendChannelMessage(Requests.send(alice, general, "5")));
        assertThat(second.timesApplied()).isOne();
    }

    @Test
    void doesNotCountAsAnApplicationOfARuleButUsesIt() {
        Registration rule = chime.permissions().by(bob).deny(SEND_CHANNEL_MESSAGE);
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> actor.send(general, "hello"));

        assertThat(rule.timesApplied()).isZero();
        assertThat(TestIsolation.of(chime).unusedSetup()).isEmpty();
    }

    @Test
    void readsWhatIsThere() {
        chime.consistency().on(LIST_CHANNEL_MESSAGES).staleReads(5);
        actor.send(general, "hello");

        assertThat(actor.client()
                        .listChannelMessages(request -> request.channelArn(general.arn()))
                        .channelMessages())
                .hasSize(1);
        assertThat(contents()).isEmpty();
    }

    @Test
    void isMarkedInTheJournal() {
        actor.send(general, "hello");
        chime.client().sendChannelMessage(Requests.send(bob, general, "hello"));

        assertThat(chime.journal().calls()).extracting(RecordedCall::isByActor).containsExactly(true, false);
        assertThat(chime.journal().toString())
                .contains("1. SendChannelMessage \"hello\" by bob in general, by an actor, signed by IAM user test")
                .contains("2. SendChannelMessage \"hello\" by bob in general, signed by IAM user test");
    }

    @Test
    void isLeftOutByAssertionsUnlessAsked() {
        chime.client().sendChannelMessage(Requests.send(alice, general, "hello"));
        actor.send(general, "hello");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> actor.delete(general, "0123"));

        assertThat(chime).received(SendChannelMessageRequest.class).times(1);
        assertThat(chime).receivedExactly(SEND_CHANNEL_MESSAGE);
        assertThat(chime).neverDenied();
        assertThat(chime).by(bob).nothingElse();
        assertThat(chime)
                .includingActors()
                .received(SendChannelMessageRequest.class)
                .times(2);
        assertThat(chime).includingActors().denied(DELETE_CHANNEL_MESSAGE).by(bob);
    }

    @Test
    void isTheNearestMissOfAnAssertionThatLeavesItOut() {
        actor.send(general, "hello");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).received(SendChannelMessageRequest.class))
                .withMessageContaining("call 1, SendChannelMessage \"hello\" by bob in general: an actor made it");
    }

    @Test
    void usesNoPermission() {
        chime.permissions().by(chime.caller()).attach("all", allowing("chime:*"));
        actor.send(general, "hello");

        assertThat(chime.leastPrivilege().usedPermissions().isEmpty()).isTrue();
    }

    @Test
    void cannotBeClaimedByAClient() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(THROTTLED_CLIENT);
        ChimeSdkMessagingClient client = chime.clients().withoutRetries().client();

        assertThatExceptionOfType(ThrottledClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(Requests.send(bob, general, "hello").toBuilder()
                        .overrideConfiguration(override -> override.putHeader("x-chime-fake-sender", "ACTOR"))
                        .build()));
        assertThat(chime).failed(SEND_CHANNEL_MESSAGE);
    }

    @Test
    void worksWhileTheFakeIsOffline() {
        chime.offline();
        actor.send(general, "hello");
        chime.online();

        assertThat(contents()).containsExactly("hello");
    }

    @Test
    void actsWithinCodeOfTheTest() {
        AtomicReference<String> sent = new AtomicReference<>("");
        chime.faults().on(LIST_CHANNEL_MESSAGES).inject(call -> {
            sent.set(actor.send(general, "in between"));
            return call.proceed();
        });

        assertThat(messages()).extracting(ChannelMessageSummary::messageId).containsExactly(sent.get());
        assertThat(chime).within(Duration.ofSeconds(10), calls -> calls.neverFailed());
    }

    @Test
    void actsAfterAResetIfItsUserIsStillThere() {
        chime.snapshots().markBaseline();
        chime.reset();
        actor.send(general, "hello");

        assertThat(contents()).containsExactly("hello");
    }

    @Test
    void failsAfterAResetThatHasRemovedItsUser() {
        chime.reset();

        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(() -> actor.send(general, "hello"));
    }

    @Test
    void isLateAfterItsTest() {
        ServerSnapshot baseline = chime.snapshots().take();
        TestIsolation.of(chime).startTest(baseline);
        Actor late = chime.actor(bob);
        TestIsolation.of(chime).startTest(baseline);

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> late.send(general, "hello"))
                .satisfies(gone -> assertThat(gone.statusCode()).isEqualTo(410));
        assertThat(chime.journal().lateCalls())
                .singleElement()
                .satisfies(call -> assertThat(call.isByActor()).isTrue());
    }

    @Test
    void actsNoMoreAfterTheEnd() {
        ChimeSdkMessagingClient client = actor.client();
        chime.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> actor.send(general, "hello"))
                .withMessageContaining("is closed");
        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(Requests.send(bob, general, "hello")))
                .withRootCauseInstanceOf(IllegalStateException.class)
                .havingCause()
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void connectsAndLogsOff() {
        MessagingSession session = actor.connect();
        chime.actor(alice).send(general, "hello");

        assertThat(session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(30))
                        .channelMessage()
                        .content())
                .isEqualTo("hello");
        assertThat(chime.sessions().open(bob)).singleElement().matches(OpenSession::isByActor);
        assertThat(chime.actor(alice).disconnect()).isZero();
        assertThat(chime.actor(bob).disconnect()).isOne();
        assertThat(chime.sessions().open(bob)).isEmpty();
        assertThat(chime.sessions().history())
                .singleElement()
                .matches(RecordedSession::isByActor)
                .satisfies(recorded -> assertThat(recorded.closeCode()).hasValue(1000));
        assertThat(chime.journal().toString()).contains("signed by IAM user test, by an actor: SESSION_ESTABLISHED");
    }

    @Test
    void dropsOffWithoutConnectingAgain() {
        MessagingSession session = actor.connect();
        chime.sessions().connect(bob);

        assertThat(actor.drop()).isOne();

        SessionClose close = session.awaitClose(Duration.ofSeconds(30));
        assertThat(close.code()).isEqualTo(1006);
        assertThat(close.isReconnecting()).isFalse();
        assertThat(chime.sessions().open(bob)).as("the session of the test").hasSize(1);
        assertThat(actor.drop()).isZero();
    }

    @Test
    void connectsWithoutMeetingFaultsUnlessAsked() {
        Registration connects = chime.faults().onConnect().close(4005);
        Registration events = chime.faults().onEvents().drop();

        MessagingSession session = actor.connect();
        chime.actor(alice).send(general, "hello");
        session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(30));

        assertThat(connects.timesApplied()).isZero();
        assertThat(events.timesApplied()).isZero();
        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(() -> actor.withFaults().connect())
                .satisfies(closed -> assertThat(closed.code()).isEqualTo(4005));
    }

    @Test
    void isDeniedToConnectAsAnyClientIs() {
        chime.permissions().onConnect().by(bob).deny();

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(actor::connect)
                .satisfies(closed -> assertThat(closed.code()).isEqualTo(4401));
    }

    @Test
    void tellsWhoItIs() {
        assertThat(actor.user()).isEqualTo(bob);
        assertThat(actor).hasToString("actor bob");
    }
}
