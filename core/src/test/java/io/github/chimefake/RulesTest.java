package io.github.chimefake;

import static io.github.chimefake.ChannelRole.ADMIN;
import static io.github.chimefake.ChannelRole.MEMBER;
import static io.github.chimefake.ChannelRole.MODERATOR;
import static io.github.chimefake.ChannelRole.NON_MEMBER;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.OperationGroup.READ;
import static io.github.chimefake.OperationGroup.WRITE;
import static io.github.chimefake.Requests.addMember;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.chimefake.testing.Fakes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceFailureException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Which calls a rule means beside operation, user, caller and channel, and how many. */
class RulesTest {
    private static final String SALES = "arn:aws:chime:us-east-1:111122223333:app-instance/sales";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeUser root = chime.appInstance().admin("root");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).moderators(bob).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void sends(ChimeUser sender) {
        assertThat(client.sendChannelMessage(send(sender, general, "hello")).messageId())
                .isNotEmpty();
    }

    private void describes(ChimeUser reader) {
        assertThat(client.describeChannel(describe(reader, general)).channel().name())
                .isEqualTo("general");
    }

    private static void isDenied(ThrowingCallable call) {
        assertThatExceptionOfType(UnauthorizedClientException.class).isThrownBy(call);
    }

    private void maySendNoMore(ChimeUser sender) {
        isDenied(() -> client.sendChannelMessage(send(sender, general, "hello")));
    }

    // Groups

    @Test
    void aGroupOfOperationsIsDenied() {
        chime.permissions().by(alice).on(WRITE).deny();

        maySendNoMore(alice);
        describes(alice);
        sends(bob);
    }

    @Test
    void aGroupMayBeAnsweredWithAnotherError() {
        chime.permissions().on(READ).deny(FORBIDDEN);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
        sends(alice);
    }

    @Test
    void aGroupIsAllowedAgain() {
        chime.permissions().by(alice).deny();
        chime.permissions().by(alice).on(READ).allow();

        describes(alice);
        maySendNoMore(alice);
    }

    @Test
    void faultsMeanGroupsInTheSameWords() {
        chime.faults().on(WRITE).once().fail(FORBIDDEN);

        describes(alice);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    // Roles

    @Test
    void aRuleMeansThoseWhoHaveARoleInTheChannel() {
        chime.permissions().by(MODERATOR).deny(SEND_CHANNEL_MESSAGE);

        maySendNoMore(bob);
        sends(alice);
    }

    @Test
    void aRuleMeansTheRoleThatABearerHasAtTheTimeOfTheCall() {
        ChimeUser carol = chime.user("carol");
        chime.permissions().by(NON_MEMBER).on(READ).deny();
        isDenied(() -> client.describeChannel(describe(carol, general)));

        client.createChannelMembership(addMember(root, general, carol));

        describes(carol);
    }

    @Test
    void aMemberThatIsAnAdministratorIsBoth() {
        client.createChannelMembership(addMember(root, general, root));
        chime.permissions().by(MEMBER).deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().by(ADMIN).allow(SEND_CHANNEL_MESSAGE);

        sends(root);
        maySendNoMore(alice);
    }

    @Test
    void anAdministratorIsOneWithoutAChannelToo() {
        chime.permissions().by(ADMIN).deny();

        isDenied(
                () -> client.listChannels(listChannels(root, chime.appInstance().arn())));
        assertThatNoException()
                .isThrownBy(() -> client.listChannels(
                        listChannels(alice, chime.appInstance().arn())));
    }

    @Test
    void somebodyThatNobodyRegisteredHasNoRole() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        Registration rule = chime.permissions().by(NON_MEMBER).deny();

        isDenied(() -> client.describeChannel(describe(ghost, general)));

        assertThat(rule.timesApplied()).isZero();
    }

    // Where

    @Test
    void aRuleMeansOneAppInstance() {
        ChimeUser carol = chime.appInstance(SALES).user("carol");
        chime.permissions().inAppInstance(SALES).deny();

        isDenied(() -> client.listChannels(listChannels(carol, SALES)));
        describes(alice);
    }

    // Predicates

    @Test
    void aRuleMeansWhatAPredicateOnTheRequestSays() {
        chime.permissions()
                .matching(
                        SendChannelMessageRequest.class,
                        request -> request.content().contains("spam"))
                .deny();

        isDenied(() -> client.sendChannelMessage(send(alice, general, "buy spam")));
        sends(alice);
        describes(alice);
    }

    @Test
    void aPredicateThatFailsSaysSoInTheExplanation() {
        chime.permissions()
                .matching(
                        SendChannelMessageRequest.class,
                        request -> request.metadata().isEmpty())
                .deny();

        assertThatExceptionOfType(ServiceFailureException.class)
                .isThrownBy(() ->
                        chime.clients().withoutRetries().client().sendChannelMessage(send(alice, general, "hello")));
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains("The predicate on SendChannelMessageRequest that this test gave to the fake failed with");
    }

    // How many

    @Test
    void aRuleForOneCallIsUsedUpByIt() {
        Registration rule = chime.permissions().by(alice).once().deny(SEND_CHANNEL_MESSAGE);

        sends(bob);
        maySendNoMore(alice);
        sends(alice);

        assertThat(rule.timesApplied()).isOne();
        assertThat(rule).hasToString("deny SendChannelMessage by alice, once with UnauthorizedClientException");
    }

    @Test
    void aRuleForSomeCallsLeavesTheNextToEarlierRules() {
        chime.permissions().on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);
        chime.permissions().calls(2).allow(SEND_CHANNEL_MESSAGE);

        sends(alice);
        sends(bob);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aCallIsAnInvocationAndNotAnAttempt() {
        chime.permissions().once().on(SEND_CHANNEL_MESSAGE).deny(SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
        sends(alice);
    }

    @Test
    void aRuleForNoCallIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.permissions().calls(0).deny())
                .withMessage("calls(0): the number must be at least 1");
    }

    @Test
    void aResetMakesARuleOfTheBaselineGoodAgain() {
        chime.permissions().once().deny(SEND_CHANNEL_MESSAGE);
        chime.snapshots().markBaseline();
        maySendNoMore(alice);
        sends(alice);

        chime.reset();

        maySendNoMore(alice);
    }
}
