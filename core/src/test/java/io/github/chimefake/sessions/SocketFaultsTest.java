package io.github.chimefake.sessions;

import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.UPDATE_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.testing.Fakes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketFaultsTest {
    private static final Pattern CONTENT = Pattern.compile("\\\\\"Content\\\\\":\\\\\"(\\w+)\\\\\"");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();

    private SessionClient connect(ChimeUser user) {
        return fakes.closeAfterTest(SessionClient.connect(chime, user));
    }

    private SessionClient open(ChimeUser user) {
        SessionClient client = connect(user);
        chime.sessions().awaitOpen(user);
        return client;
    }

    private URI signed(ChimeUser user) {
        return Presigner.of(user)
                .sign(SessionClient.endpoint(chime), chime.caller().credentials());
    }

    private void send(String... contents) {
        for (String content : contents) {
            chime.client()
                    .sendChannelMessage(request -> request.channelArn(general.arn())
                            .chimeBearer(alice.arn())
                            .content(content)
                            .type("STANDARD")
                            .persistence("PERSISTENT"));
        }
        chime.awaitBackgroundWork();
    }

    private static List<String> contents(SessionClient client, int count) throws InterruptedException {
        return client.messages(count).stream()
                .map(text -> {
                    Matcher content = CONTENT.matcher(text);
                    return content.find() ? content.group(1) : SessionClient.type(text);
                })
                .toList();
    }

    @Test
    void connectsFailAsTheFaultSays() throws InterruptedException {
        Registration responded = chime.faults().onConnect().by(alice).once().respond(503);
        assertThat(SessionClient.refusedWith(signed(alice))).isEqualTo(503);
        assertThat(responded.timesApplied()).isOne();

        chime.faults().onConnect().by(alice).connects(2).close(4005);
        assertThat(connect(alice).closeCode()).isEqualTo(4005);
        assertThat(connect(alice).closeCode()).isEqualTo(4005);
        assertThat(open(alice).types(1)).containsExactly("SESSION_ESTABLISHED");

        chime.faults().onConnect().nthConnect(2).dropBeforeEstablished();
        open(alice);
        SessionClient dropped = connect(bob);
        assertThat(dropped.closeCode()).isEqualTo(1006);
        assertThat(dropped.types(0)).isEmpty();
        assertThat(chime.sessions().history())
                .allMatch(each -> each.deniedBy().isEmpty())
                .filteredOn(each -> each.explanation().isPresent())
                .noneMatch(RecordedSession::isEstablished)
                .hasSize(4)
                .first()
                .hasToString(
                        "connect of alice: A fault of this test applies: onConnect().by(alice).once(): respond with 503.");
        assertThat(chime.journal().toString())
                .contains(
                        "signed by IAM user test: respond with 503",
                        "because: A fault of this test applies: onConnect().by(alice).once(): respond with 503.");
    }

    @Test
    void sessionsEndOrGetAnEventAroundTheirEstablishment() throws InterruptedException {
        chime.faults().onConnect().once().dropAfterEstablished();
        SessionClient dropped = connect(alice);
        assertThat(dropped.closeCode()).isEqualTo(1006);
        assertThat(dropped.types(1)).containsExactly("SESSION_ESTABLISHED");

        chime.faults().onConnect().once().closeAfterEstablished(1011);
        SessionClient closed = connect(alice);
        assertThat(closed.closeCode()).isEqualTo(1011);
        assertThat(closed.types(1)).containsExactly("SESSION_ESTABLISHED");

        chime.faults().onConnect().once().sendBeforeEstablished(CREATE_CHANNEL_MESSAGE, "{\"Content\":\"early\"}");
        assertThat(contents(open(alice), 2)).containsExactly("early", "SESSION_ESTABLISHED");
    }

    @Test
    void anEventBeforeTheEstablishmentIsWhatItsPayloadSays() throws InterruptedException {
        String payload = "{\"Type\":\"CONTROL\",\"ChannelArn\":\"" + general.arn() + "\"}";
        chime.faults().onConnect().by(alice).sendBeforeEstablished(CREATE_CHANNEL_MESSAGE, payload);
        chime.faults().onConnect().by(bob).sendBeforeEstablished(CREATE_CHANNEL_MESSAGE, "{\"Content\":\"a\"}");

        assertThat(open(alice).messages(1).get(0)).contains("\"x-amz-chime-message-type\":\"CONTROL\"");
        assertThat(open(bob).messages(1).get(0)).contains("\"x-amz-chime-message-type\":\"STANDARD\"");
        assertThat(chime.sessions().delivered(alice).get(0).channelArn()).contains(general.arn());
        ConnectFaultSelection all = chime.faults().onConnect();
        for (String invalid : List.of("{\"Content\":", "\"text\"", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> all.sendBeforeEstablished(UPDATE_CHANNEL, invalid))
                    .withMessageContaining("the payload is not");
        }
    }

    @Test
    void aConnectThatIsDeniedDoesNotUseUpWhatFollowsTheEstablishment() {
        Registration closing = chime.faults().onConnect().once().closeAfterEstablished(1011);
        chime.permissions().onConnect().once().deny();

        assertThat(connect(alice).closeCode()).isEqualTo(4401);
        assertThat(closing.timesApplied()).isZero();
        assertThat(connect(alice).closeCode()).isEqualTo(1011);
        assertThat(closing.timesApplied()).isOne();
    }

    @Test
    void eventsAreDroppedAndDuplicatedForTheUserThatIsSelected() throws InterruptedException {
        SessionClient ofAlice = open(alice);
        SessionClient ofBob = open(bob);
        chime.faults().onEvents(CREATE_CHANNEL_MESSAGE).forUser(bob).nthEvent(2).drop();
        chime.faults().onEvents().inChannel(general).forUser(alice).once().duplicate();

        send("a", "b", "c");

        assertThat(contents(ofBob, 3)).containsExactly("SESSION_ESTABLISHED", "a", "c");
        assertThat(contents(ofAlice, 5)).containsExactly("SESSION_ESTABLISHED", "a", "a", "b", "c");
        assertThat(chime.sessions().delivered(bob)).hasSize(3);
        assertThat(chime.journal().toString()).contains("user/bob (fault: drop)");
    }

    @Test
    void eventsAreHeldUntilTheyAreReleased() throws InterruptedException {
        SessionClient ofBob = open(bob);
        HeldEvents held = chime.faults().onEvents().forUser(bob).events(2).hold();

        send("a", "b", "c");
        assertThat(held.count()).isEqualTo(2);
        assertThat(held.release()).isEqualTo(2);

        assertThat(contents(ofBob, 4)).containsExactly("SESSION_ESTABLISHED", "c", "a", "b");
        assertThat(held.release()).isZero();
        assertThat(held.timesApplied()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aéééé", "aaéééé", "aaaéééé", "😀😀😀😀😀", "a😀😀😀😀😀"})
    void aTruncatedEventEndsWithAWholeCharacter(String content) throws InterruptedException {
        SessionClient ofBob = open(bob);
        chime.faults().onEvents().forUser(bob).once().truncate();

        send(content, "next");

        List<String> messages = ofBob.messages(3);
        assertThat(messages.get(1)).startsWith("{").doesNotEndWith("}");
        assertThat(messages.get(2)).contains("next");
    }

    @Test
    void whatIsHeldIsSentWhenAllFaultsAreRemoved() throws InterruptedException {
        SessionClient ofBob = open(bob);
        HeldEvents held = chime.faults().onEvents().forUser(bob).hold();
        send("a");
        assertThat(held.count()).isEqualTo(1);

        chime.faults().clear();
        send("b");

        assertThat(contents(ofBob, 3)).containsExactly("SESSION_ESTABLISHED", "a", "b");
        assertThat(held.count()).isZero();
    }

    @Test
    void eventsAreReorderedDelayedAndTruncated() throws InterruptedException {
        SessionClient ofBob = open(bob);
        chime.faults().onEvents().forUser(bob).once().reorder();
        send("a", "b");
        assertThat(contents(ofBob, 3)).containsExactly("SESSION_ESTABLISHED", "b", "a");

        chime.faults().onEvents().forUser(bob).once().delay(Duration.ofMillis(1));
        send("c");
        assertThat(contents(ofBob, 4)).endsWith("c");

        chime.faults().onEvents().forUser(bob).once().truncate();
        send("d");
        String truncated = ofBob.messages(5).get(4);
        assertThat(truncated).startsWith("{\"Headers\":").doesNotEndWith("}");
    }

    @Test
    void aSessionIsClosedAfterAnEvent() throws InterruptedException {
        SessionClient ofBob = open(bob);
        chime.faults().onEvents().forUser(bob).nthEvent(2).close(1011);

        send("a", "b", "c");

        assertThat(ofBob.closeCode()).isEqualTo(1011);
        assertThat(contents(ofBob, 3)).containsExactly("SESSION_ESTABLISHED", "a", "b");
    }

    @Test
    void theConnectionIsLostAfterAnEventAsByDrop() throws InterruptedException {
        SessionClient ofBob = open(bob);
        chime.faults().onEvents().forUser(bob).nthEvent(2).close(1006);

        send("a", "b", "c");

        assertThat(ofBob.closeCode()).isEqualTo(1006);
        assertThat(contents(ofBob, 3)).containsExactly("SESSION_ESTABLISHED", "a", "b");
        assertThat(chime.sessions().open(bob)).isEmpty();
        assertThat(chime.journal().toString()).contains("closed with 1006: a fault of this test");
    }

    @Test
    void theConnectionIsLostAroundTheEstablishment() throws InterruptedException {
        chime.faults().onConnect().by(alice).close(1006);
        chime.faults().onConnect().by(bob).closeAfterEstablished(1006);

        SessionClient before = connect(alice);
        SessionClient after = connect(bob);

        assertThat(before.closeCode()).isEqualTo(1006);
        assertThat(before.types(0)).isEmpty();
        assertThat(after.closeCode()).isEqualTo(1006);
        assertThat(chime.sessions().history())
                .allSatisfy(connect -> assertThat(connect.closeCode()).hasValue(1006))
                .extracting(RecordedSession::isEstablished) // Java's client may lose the message right before the end.
                .containsExactly(false, true);
    }

    @Test
    void aHungConnectGetsNoResponse() {
        chime.faults().onConnect().by(bob).hang();
        CompletableFuture<Integer> hanging = CompletableFuture.supplyAsync(
                () -> SessionClient.connect(signed(bob)).closeCode());
        open(alice);

        assertThat(hanging).isNotDone();
        chime.close();
        assertThat(hanging).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void faultsAreClearedResetAndReportedIfUnused() {
        TestIsolation isolation = TestIsolation.of(chime);
        chime.faults().onConnect().by(bob).nthConnect(2).close(4005);
        chime.faults().onEvents(UPDATE_CHANNEL).forUser(bob).drop();
        assertThat(chime.faults().onConnect().by(bob)).isNotNull();
        open(bob);

        assertThat(isolation.unusedSetup())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(
                                        "fault \"onConnect().by(bob).nthConnect(2): close with 4005 before SESSION_ESTABLISHED\""
                                                + " never applied: there was 1 connect of the 2 that it waits for"),
                        second -> assertThat(second)
                                .contains(
                                        "fault \"onEvents(UPDATE_CHANNEL).forUser(bob): drop\" never applied: there was no"
                                                + " event that it selects"),
                        third -> assertThat(third)
                                .contains(
                                        "faults().onConnect().by(bob) is unfinished: finish it with close(code) or another"
                                                + " effect"));
        chime.faults().onConnect().close(4005);
        chime.faults().clear();
        assertThat(open(bob).isClosed()).isFalse();
        chime.faults().onConnect().close(4005);
        chime.reset();
        assertThat(open(chime.user("bob")).isClosed()).isFalse();
    }

    @Test
    void whatNoCloseFrameCanCarryIsRejected() {
        for (int code : new int[] {999, 1004, 1005, 1015, 2999, 5000}) {
            String valid = "close(" + code + "): a close frame carries 1000 to 1003, 1007 to 1014, or 3000 to 4999.";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.faults().onConnect().close(code))
                    .withMessage(valid);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.faults().onConnect().closeAfterEstablished(code))
                    .withMessageContaining("a close frame carries");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> chime.faults().onEvents().close(code))
                    .withMessage(valid);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.sessions().close(bob, 1006, ""))
                .withMessageContaining("use drop()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().onConnect().respond(200));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().onEvents().delay(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.sessions().close(bob, 4000, "x".repeat(124)))
                .withMessageContaining("124 bytes");
    }
}
