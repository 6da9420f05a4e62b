package io.github.chimefake.sessions;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.events.MessagingEventType.CHANNEL_DETAILS;
import static io.github.chimefake.events.MessagingEventType.CREATE_CHANNEL_MESSAGE;
import static io.github.chimefake.events.MessagingEventType.SESSION_ESTABLISHED;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;

/** What reaches sessions when a test acts right after a call, without waiting. */
class HandedOverEventsTest {
    private static final int ROUNDS = 6;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.appInstance().user("alice", "Alice Smith");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();

    private final ChimeSdkIdentityClient identity = fakes.closeAfterTest(
            chime.clients().configure(ChimeSdkIdentityClient.builder()).build());

    private SessionClient connect(ChimeUser user) {
        SessionClient client = fakes.closeAfterTest(SessionClient.connect(chime, user));
        chime.sessions().awaitOpen(user);
        return client;
    }

    private void send(ChimeChannel channel, ChimeUser user, String content) {
        chime.client()
                .sendChannelMessage(request -> request.channelArn(channel.arn())
                        .chimeBearer(user.arn())
                        .content(content)
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
    }

    private void send() {
        send(general, alice, "hello");
    }

    @Test
    void endsByTheTestComeAfterTheEventsOfCallsThatWereRespondedTo() throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) {
            SessionClient ofBob = connect(bob);
            send();
            switch (i % 3) {
                case 0 -> chime.sessions().kick(bob);
                case 1 -> chime.sessions().drop(bob);
                default -> chime.sessions().open(bob).get(0).close(4005, "");
            }
            ofBob.closeCode();
            assertThat(chime.sessions().delivered(bob)).last().returns(CREATE_CHANNEL_MESSAGE, DeliveredEvent::type);
            if (i % 3 != 1) { // Clients of the JDK may drop a message that the end follows without a close frame.
                assertThat(ofBob.types(2)).containsExactly("SESSION_ESTABLISHED", "CREATE_CHANNEL_MESSAGE");
            }
        }
    }

    @Test
    void credentialsThatExpireByTheClockEndTheSessionAfterTheEvents() throws InterruptedException {
        // Clients of the JDK may drop a message that the end of the connection follows without a close frame.
        chime.sessions().closeCode(SessionEnd.CREDENTIALS_EXPIRED, 4401);
        for (int i = 0; i < ROUNDS; i++) {
            ChimeCaller browser = chime.caller("assumed-role/browser" + i).expiresIn(ofMinutes(15));
            SessionClient ofBob = fakes.closeAfterTest(SessionClient.connect(
                    Presigner.of(bob).sign(SessionClient.endpoint(chime), browser.credentials())));
            chime.sessions().awaitOpen(bob);
            send();
            if (i % 2 == 0) {
                chime.sessions().open(bob).get(0).expireCredentials();
            } else {
                chime.clock().advance(ofMinutes(15));
            }
            assertThat(ofBob.closeCode()).isEqualTo(4401);
            assertThat(ofBob.types(2)).containsExactly("SESSION_ESTABLISHED", "CREATE_CHANNEL_MESSAGE");
        }
    }

    @Test
    void usersWhoExpireReceiveTheEventsOfTheirDeletionFirst() throws InterruptedException {
        identity.putAppInstanceUserExpirationSettings(request -> request.appInstanceUserArn(bob.arn())
                .expirationSettings(settings -> settings.expirationDays(1).expirationCriterion("CREATED_TIMESTAMP")));
        SessionClient ofBob = connect(bob);

        chime.clock().advance(Duration.ofDays(2));

        assertThat(ofBob.types(2)).containsExactly("SESSION_ESTABLISHED", "DELETE_CHANNEL_MEMBERSHIP");
        assertThat(ofBob.closeCode()).isEqualTo(4401);
    }

    @Test
    void usersOfADeletedAppInstanceReceiveItsLastEventsFirst() throws InterruptedException {
        SessionClient ofBob = connect(bob);

        identity.deleteAppInstance(
                request -> request.appInstanceArn(chime.appInstance().arn()));

        assertThat(ofBob.types(2)).containsExactly("SESSION_ESTABLISHED", "DELETE_CHANNEL");
        assertThat(ofBob.closeCode()).isEqualTo(4401);
    }

    @Test
    void faultsCountTheEventsOfTheCallsBeforeThemAndNoOthers() throws InterruptedException {
        SessionClient ofBob = connect(bob);
        for (int i = 0; i < ROUNDS; i++) {
            send(); // Before the fault is registered.
            Registration dropped =
                    chime.faults().onEvents(CREATE_CHANNEL_MESSAGE).forUser(bob).drop();
            send();
            assertThat(dropped.timesApplied()).isOne();
            send();
            dropped.close();
        }
        assertThat(ofBob.messages(1 + ROUNDS)).hasSize(1 + ROUNDS);
        try (HeldEvents held = chime.faults().onEvents().forUser(bob).hold()) {
            for (int i = 0; i < ROUNDS; i++) {
                send();
                assertThat(held.count()).isOne();
                send();
                assertThat(held.release()).isEqualTo(2);
            }
        }
    }

    @Test
    void aHoldThatIsClosedKeepsTheOrder() throws InterruptedException {
        SessionClient ofBob = connect(bob);
        HeldEvents held = chime.faults().onEvents().forUser(bob).hold();
        for (int i = 0; i < 20; i++) {
            send(general, alice, "m" + i);
        }
        CompletableFuture<Void> closing = CompletableFuture.runAsync(held::close);
        for (int i = 20; i < 40; i++) {
            send(general, alice, "m" + i);
        }
        closing.join();

        List<String> received = ofBob.messages(41);
        for (int i = 0; i < 40; i++) {
            assertThat(received.get(i + 1)).contains("\\\"m" + i + "\\\"");
        }
        assertThat(held.count()).isZero();
    }

    @Test
    void reorderedEventsAreSentInPairsAndBeforeTheSessionEnds() throws InterruptedException {
        SessionClient ofBob = connect(bob);
        chime.faults().onEvents(CREATE_CHANNEL_MESSAGE).forUser(bob).reorder();

        for (String content : List.of("a", "b", "c")) {
            send(general, alice, content);
        }
        chime.sessions().kick(bob);

        assertThat(ofBob.closeCode()).isEqualTo(4003);
        assertThat(ofBob.messages(4))
                .satisfiesExactly(
                        first -> assertThat(first).contains("SESSION_ESTABLISHED"),
                        second -> assertThat(second).contains("\\\"b\\\""),
                        third -> assertThat(third).contains("\\\"a\\\""),
                        fourth -> assertThat(fourth).contains("\\\"c\\\""));
    }

    @Test
    void aSessionClosedAtItsEstablishmentIsSentNothingElse() throws InterruptedException {
        chime.faults().onEvents(SESSION_ESTABLISHED).forUser(bob).once().close(1011);
        SessionClient ofBob = fakes.closeAfterTest(SessionClient.connect(Presigner.of(bob)
                .with("prefetch-on", "connect")
                .sign(SessionClient.endpoint(chime), chime.caller().credentials())));

        assertThat(ofBob.closeCode()).isEqualTo(1011);
        assertThat(ofBob.types(1)).containsExactly("SESSION_ESTABLISHED");
        assertThat(chime.sessions().delivered()).hasSize(1);
        assertThat(chime.journal().toString())
                .containsSubsequence(": SESSION_ESTABLISHED", "closed with 1011: a fault of this test")
                .doesNotContain("CHANNEL_DETAILS");
    }

    @Test
    void aCallWithoutResponseDelaysNoEventOfAnotherChannel() throws InterruptedException {
        ChimeUser carol = chime.user("carol");
        ChimeChannel other = chime.channel("other").members(bob, carol).create();
        SessionClient ofBob = connect(bob);
        SessionClient ofCarol = connect(carol);
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> respond = new CompletableFuture<>();
        chime.faults().on(Operation.SEND_CHANNEL_MESSAGE).by(alice).inject(call -> {
            var response = call.proceed();
            written.complete(null);
            respond.join();
            return response;
        });
        CompletableFuture<Void> slow = CompletableFuture.runAsync(this::send);
        written.join();

        send(other, bob, "fast");

        assertThat(ofCarol.types(2)).containsExactly("SESSION_ESTABLISHED", "CREATE_CHANNEL_MESSAGE");
        assertThat(chime).inChannel(general).neverDelivered(CREATE_CHANNEL_MESSAGE);
        send(general, bob, "later"); // Waits for the message before it in the channel.
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).inChannel(general).neverDelivered(CREATE_CHANNEL_MESSAGE))
                .withMessageContaining(
                        "it is unknown: these events of calls that were responded to are still to be sent:")
                .withMessageContaining("CREATE_CHANNEL_MESSAGE in " + general.arn());
        respond.complete(null);
        slow.join();
        assertThat(chime)
                .inChannel(general)
                .forUser(bob)
                .delivered(CREATE_CHANNEL_MESSAGE)
                .times(2);
        assertThat(ofBob.messages(4))
                .satisfiesExactly(
                        first -> {},
                        second -> assertThat(second).contains("fast"),
                        third -> assertThat(third).contains("hello"),
                        fourth -> assertThat(fourth).contains("later"));
    }

    @Test
    void deliveriesAreSelectedByArnChannelAndAppInstance() {
        fakes.closeAfterTest(SessionClient.connect(Presigner.of(alice)
                .with("prefetch-on", "connect")
                .sign(SessionClient.endpoint(chime), chime.caller().credentials())));
        chime.sessions().awaitOpen(alice);

        assertThat(chime).delivered(SESSION_ESTABLISHED).forUser(alice);
        assertThat(chime).inChannel(general).delivered(CHANNEL_DETAILS).times(1);
        assertThat(chime)
                .inAppInstance(chime.appInstance())
                .delivered(SESSION_ESTABLISHED)
                .times(1);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).forUser(alice).neverDelivered(SESSION_ESTABLISHED));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).inChannel(general).neverDelivered(CHANNEL_DETAILS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(chime).by(alice).neverDelivered(CHANNEL_DETAILS))
                .withMessageContaining("CHANNEL_DETAILS after \"by Alice Smith\", but no call makes it");
    }

    @Test
    void aCopyHoldsItsOwnEvents() {
        HeldEvents held = chime.faults().onEvents().forUser(bob).hold();
        chime.snapshots().markBaseline();
        ChimeMessagingServer copy = fakes.startCopy(chime);
        fakes.closeAfterTest(SessionClient.connect(copy, bob));
        copy.sessions().awaitOpen(bob);
        copy.client()
                .sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .content("hello")
                        .type("STANDARD")
                        .persistence("PERSISTENT"));
        copy.awaitBackgroundWork();

        assertThat(copy.sessions().delivered(bob)).hasSize(1);
        assertThat(held.count()).isZero();
    }
}
