package io.github.chimefake.internal.consistency;

import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Requests.addMember;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listMembers;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.updateChannel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.Requests;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Stale reads, as a client meets them. */
@Tag("slow")
class ConsistencyTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ManualClock clock = ManualClock.standingStill();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().clock(clock));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private List<String> contents() {
        return client.listChannelMessages(listMessages(alice, general)).channelMessages().stream()
                .map(ChannelMessageSummary::content)
                .toList();
    }

    private String send(String content) {
        return client.sendChannelMessage(Requests.send(alice, general, content)).messageId();
    }

    private String name() {
        return client.describeChannel(describe(alice, general)).channel().name();
    }

    @Test
    void readsSeeEveryWriteUntilATestAsksForSomethingElse() {
        send("hello");

        assertThat(contents()).containsExactly("hello");
    }

    @Test
    void readsMissAWriteForSoLong() {
        send("before");
        chime.consistency().staleFor(TWO_SECONDS);

        send("one");
        clock.advance(Duration.ofMillis(1_500));
        send("two");

        assertThat(contents()).containsExactly("before");
        clock.advance(Duration.ofMillis(500));
        assertThat(contents()).containsExactly("one", "before");
        clock.advance(Duration.ofMillis(1_499));
        assertThat(contents()).containsExactly("one", "before");
        clock.advance(Duration.ofMillis(1));
        assertThat(contents()).containsExactly("two", "one", "before");
    }

    @Test
    void soManyReadsMissAWrite() {
        Registration stale = chime.consistency().staleReads(2);

        client.updateChannel(updateChannel(alice, general, "General"));

        assertThat(name()).isEqualTo("general");
        client.updateChannel(updateChannel(alice, general, "The general"));
        assertThat(name()).isEqualTo("general");
        assertThat(name()).isEqualTo("General");
        assertThat(name()).isEqualTo("The general");
        assertThat(stale.timesApplied()).isEqualTo(3);
    }

    @Test
    void whatIsRegisteredLaterReplacesWhatWasBefore() {
        Registration replaced = chime.consistency().staleReads(100);
        client.updateChannel(updateChannel(alice, general, "General"));

        Registration later = chime.consistency().staleReads(1);

        assertThat(name()).as("a write of before").isEqualTo("general");
        replaced.close();
        client.updateChannel(updateChannel(alice, general, "The general"));
        assertThat(name()).isEqualTo("General");
        assertThat(name()).isEqualTo("The general");
        assertThat(replaced.timesApplied()).isZero();
        assertThat(later.timesApplied()).isEqualTo(2);
    }

    @Test
    void theAnswerToAWriteKnowsTheWrite() {
        chime.consistency().staleFor(TWO_SECONDS);

        String id = send("hello");

        assertThat(client.redactChannelMessage(builder -> builder.channelArn(general.arn())
                                .chimeBearer(alice.arn())
                                .messageId(id))
                        .messageId())
                .as("writes act on the current state")
                .isEqualTo(id);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.getChannelMessage(builder -> builder.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .messageId(id)));
    }

    @Test
    void writesAskForTheCurrentRoleAndReadsForTheStaleOne() {
        ChimeChannel secret = chime.channel("secret")
                .privacy(ChannelPrivacy.PRIVATE)
                .members(alice)
                .moderators(alice)
                .create();
        chime.consistency().staleReads(1);
        client.createChannelMembership(addMember(alice, secret, bob));

        client.sendChannelMessage(Requests.send(bob, secret, "here I am"));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.listChannelMessages(listMessages(bob, secret)));
        assertThat(client.listChannelMessages(listMessages(bob, secret)).channelMessages())
                .hasSize(1);
    }

    @Test
    void onlyTheReadsThatAreMeantAreStale() {
        chime.consistency().on(LIST_CHANNEL_MEMBERSHIPS).staleReads(1);
        send("hello");
        client.createChannelMembership(addMember(alice, general, bob));

        assertThat(contents()).containsExactly("hello");
        assertThat(client.listChannelMemberships(listMembers(alice, general)).channelMemberships())
                .hasSize(1);
        assertThat(client.listChannelMemberships(listMembers(alice, general)).channelMemberships())
                .hasSize(2);
    }

    @Test
    void whatATestPutsInByItselfIsSeenAtOnceWithAllThatWasWrittenBefore() {
        chime.consistency().staleFor(TWO_SECONDS);
        send("hello");
        assertThat(contents()).isEmpty();

        ChimeChannel random = chime.channel("random").members(alice).create();

        assertThat(client.describeChannel(describe(alice, random)).channel().name())
                .isEqualTo("random");
        assertThat(contents()).containsExactly("hello");
    }

    @Test
    void asObservedSomeReadsMissWhatIsYoungerThanTwoAndAHalfSeconds() {
        Registration stale = chime.consistency().eventual();
        send("hello");
        clock.advance(Duration.ofMillis(2_499));

        List<Boolean> missed = missed(200);

        assertThat(missed).contains(true, false);
        assertThat(stale.timesApplied())
                .as("about 30 %% of 200, and the same with every run: the seed decides")
                .isBetween(40, 80)
                .isEqualTo((int) missed.stream().filter(miss -> miss).count());
        clock.advance(Duration.ofMillis(1));
        assertThat(missed(50)).containsOnly(false);
    }

    private List<Boolean> missed(int reads) {
        return IntStream.range(0, reads).mapToObj(read -> contents().isEmpty()).toList();
    }

    @Test
    void theSameSeedMakesTheSameReadsStaleAfterEveryReset() {
        chime.consistency().sometimesStaleFor(TWO_SECONDS);
        chime.snapshots().markBaseline();
        send("hello");
        List<Boolean> missed = missed(40);

        chime.reset();
        send("hello");

        assertThat(missed(40)).isEqualTo(missed);
    }

    @Test
    void theShareOfStaleReadsMayBeAnother() {
        chime.consistency().sometimesStaleFor(TWO_SECONDS, 1);
        send("hello");

        assertThat(missed(20)).containsOnly(true);
    }

    @Test
    void theLatestSentenceTakesThePlaceOfTheOneBefore() {
        Registration first = chime.consistency().staleFor(TWO_SECONDS);
        chime.consistency().on(LIST_CHANNEL_MESSAGES).staleReads(1);
        first.close();
        send("hello");

        assertThat(contents()).isEmpty();
        assertThat(contents()).containsExactly("hello");
    }

    @Test
    void readsAreStrongAgainWhenTheRuleIsClosedOrATestSaysSo() {
        try (Registration stale = chime.consistency().staleFor(TWO_SECONDS)) {
            send("one");
            assertThat(contents()).isEmpty();
            assertThat(stale.timesApplied()).isOne();
        }
        assertThat(contents()).containsExactly("one");
        chime.consistency().staleFor(TWO_SECONDS);
        send("two");
        assertThat(contents()).containsExactly("one");

        chime.consistency().clear();

        assertThat(contents()).containsExactly("two", "one");
    }

    @Test
    void aResetGoesBackToTheRuleOfTheBaselineAndLeavesNothingUnseen() {
        chime.consistency().staleReads(1);
        chime.snapshots().markBaseline();
        send("lost");
        chime.consistency().clear();

        chime.reset();

        assertThat(contents()).isEmpty();
        send("again");
        assertThat(contents()).isEmpty();
        assertThat(contents()).containsExactly("again");
    }

    @Test
    void aCopyHasTheRuleOfTheBaseline() {
        Registration stale = chime.consistency().staleReads(1);
        chime.snapshots().markBaseline();

        ChimeMessagingServer copy = fakes.startCopy(chime);
        ChimeSdkMessagingClient clientOfCopy = copy.client();
        clientOfCopy.updateChannel(updateChannel(alice, general, "General"));
        assertThat(clientOfCopy
                        .describeChannel(describe(alice, general))
                        .channel()
                        .name())
                .isEqualTo("general");
        assertThat(stale.timesApplied()).as("reads of the copy").isZero();
    }

    @Test
    void whatMakesNoReadStaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.consistency().staleReads(0))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.consistency().staleFor(Duration.ZERO))
                .withMessageContaining("must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.consistency().sometimesStaleFor(TWO_SECONDS, 1.01))
                .withMessageContaining("at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.consistency().sometimesStaleFor(TWO_SECONDS, Double.NaN))
                .withMessageContaining("NaN");
    }

    @Test
    void theIdentityServiceIsStaleOnlyWhereATestNamesIt() {
        ChimeSdkIdentityClient identity = chime.clients().withoutRetries().identityClient();
        Registration messaging = chime.consistency().eventual();
        String carol = identity.createAppInstanceUser(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .appInstanceUserId("carol")
                                .name("Carol")
                                .clientRequestToken("token"))
                .appInstanceUserArn();

        for (int read = 0; read < 100; read++) {
            assertThat(nameInDirectory(identity, carol)).isEqualTo("Carol");
        }
        assertThat(messaging.timesApplied()).isZero();

        clock.advance(Duration.ofSeconds(3));
        Registration named = chime.consistency().on(DESCRIBE_APP_INSTANCE_USER).eventual();
        identity.updateAppInstanceUser(
                request -> request.appInstanceUserArn(carol).name("Caroline").metadata(""));

        assertThat(IntStream.range(0, 100).mapToObj(read -> nameInDirectory(identity, carol)))
                .contains("Carol", "Caroline");
        assertThat(named.timesApplied()).isPositive();
    }

    private static String nameInDirectory(ChimeSdkIdentityClient identity, String userArn) {
        return identity.describeAppInstanceUser(request -> request.appInstanceUserArn(userArn))
                .appInstanceUser()
                .name();
    }

    @Test
    void aRuleSaysWhatItMeans() {
        assertThat(chime.consistency().on(LIST_CHANNEL_MESSAGES).by(alice).staleReads(2))
                .hasToString("ListChannelMessages by alice: stale for 2 reads");
        assertThat(chime.consistency().eventual())
                .hasToString("any operation of messaging: 0.3 of reads stale for PT2.5S");
    }
}
