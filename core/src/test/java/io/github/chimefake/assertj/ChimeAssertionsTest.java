package io.github.chimefake.assertj;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
import static io.github.chimefake.call.ChimeError.FORBIDDEN;
import static io.github.chimefake.call.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.call.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.call.ChimeCaller;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

class ChimeAssertionsTest {
    private static final String SIGNED = " in general, signed by arn:aws:iam::111122223333:user/test";

    private final ChimeMessagingServer chime =
            ChimeMessagingServer.builder().journalCapacity(3).start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel random = chime.channel("random").members(alice).create();
    private final ChimeCaller backend = chime.caller("role/backend");
    private final ChimeSdkMessagingClient client = chime.client();

    @AfterEach
    void stop() {
        chime.close();
    }

    private void describe(ChimeUser user, ChimeChannel channel) {
        client.describeChannel(DescribeChannelRequest.builder()
                .channelArn(channel.arn())
                .chimeBearer(user.arn())
                .build());
    }

    /** Alice is refused to describe "general". */
    private void aRefusal() {
        chime.permissions().by(alice).deny(DESCRIBE_CHANNEL);
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> describe(alice, general));
    }

    private static String refusalOf(String user) {
        return lines(
                "DescribeChannel by " + user + SIGNED,
                "    401 UnauthorizedClientException: The client is not currently authorized to make the request.",
                "      because: A rule of this test denies DescribeChannel by " + user + ". No later rule allows the"
                        + " call; lift the rule with close(), or allow the call with permissions().allow(...). AWS answers so only to a bearer that is no user; a policy that"
                        + " lacks the action is answered with AccessDeniedException 403, a role that may not with"
                        + " ForbiddenException 403."
                        + " [REQUESTED]");
    }

    private static String lines(String... lines) {
        return List.of(lines).stream().collect(Collectors.joining(System.lineSeparator()));
    }

    private static void fails(ThrowingCallable assertion, String... lines) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .withMessage("%s", System.lineSeparator() + lines(lines));
    }

    // denied

    @Test
    void deniedPassesIfAnyCallWasRefused() {
        aRefusal();

        assertThat(chime).denied();
        assertThatChime(chime).denied();
    }

    @Test
    void deniedFailsIfNoCallWasRefused() {
        describe(alice, general);

        fails(
                () -> assertThat(chime).denied(),
                "Expected a refusal of any operation, but saw:",
                "1. DescribeChannel by alice" + SIGNED,
                "    200",
                "");
    }

    @Test
    void deniedFailsIfThereWasNoCall() {
        fails(() -> assertThat(chime).denied(), "Expected a refusal of any operation, but saw:", "no calls", "");
    }

    @Test
    void deniedOfAnOperationPassesIfACallOfItWasRefused() {
        aRefusal();

        assertThat(chime).denied(DESCRIBE_CHANNEL);
        assertThat(chime).denied(LIST_CHANNELS, DESCRIBE_CHANNEL);
    }

    @Test
    void deniedOfAnOperationFailsIfOnlyCallsOfOthersWereRefused() {
        aRefusal();

        fails(
                () -> assertThat(chime).denied(LIST_CHANNELS),
                "Expected a refusal of ListChannels, but saw:",
                "1. " + refusalOf("alice"),
                "");
    }

    @Test
    void byAUserPassesIfThatUserWasRefused() {
        aRefusal();

        assertThat(chime).denied(DESCRIBE_CHANNEL).by(alice);
    }

    @Test
    void byAUserFailsIfOnlyOthersWereRefused() {
        aRefusal();

        fails(
                () -> assertThat(chime).denied(DESCRIBE_CHANNEL).by(bob),
                "Expected a refusal of DescribeChannel by bob, but got:",
                refusalOf("alice"));
    }

    @Test
    void byACallerPassesIfThatCallerWasRefused() {
        aRefusal();

        assertThat(chime).denied().by(chime.caller());
    }

    @Test
    void byACallerFailsIfOnlyOthersWereRefused() {
        aRefusal();

        fails(
                () -> assertThat(chime).denied().by(backend),
                "Expected a refusal of any operation by " + backend + ", but got:",
                refusalOf("alice"));
    }

    @Test
    void inChannelPassesIfACallThereWasRefused() {
        aRefusal();

        assertThat(chime).denied().inChannel(general);
        assertThat(chime).denied().inChannel(general.arn());
    }

    @Test
    void inChannelFailsIfOnlyCallsElsewhereWereRefused() {
        aRefusal();

        fails(
                () -> assertThat(chime).denied().inChannel(random),
                "Expected a refusal of any operation in channel " + random.arn() + ", but got:",
                refusalOf("alice"));
    }

    @Test
    void withPassesIfTheAnswerWasThatError() {
        aRefusal();

        assertThat(chime).denied().with(UNAUTHORIZED_CLIENT);
    }

    @Test
    void withFailsIfTheAnswersWereOtherErrors() {
        aRefusal();

        fails(
                () -> assertThat(chime).denied().with(FORBIDDEN),
                "Expected a refusal of any operation with ForbiddenException, but got:",
                refusalOf("alice"));
    }

    @Test
    void becausePassesIfTheExplanationSaysSo() {
        aRefusal();

        assertThat(chime).denied().because("A rule of this test");
    }

    @Test
    void becauseFailsIfTheExplanationsSayOtherwise() {
        aRefusal();

        fails(
                () -> assertThat(chime).denied().because("no statement allows"),
                "Expected a refusal of any operation because \"no statement allows\", but got:",
                refusalOf("alice"));
    }

    @Test
    void eachStepLeavesOutWhatItDoesNotMean() {
        aRefusal();
        chime.permissions().clear();
        chime.permissions().by(bob).deny(DESCRIBE_CHANNEL);
        assertThatExceptionOfType(ChimeSdkMessagingException.class).isThrownBy(() -> describe(bob, general));

        fails(
                () -> assertThat(chime).denied().by(bob).because("denies DescribeChannel by alice"),
                "Expected a refusal of any operation by bob because \"denies DescribeChannel by alice\", but got:",
                refusalOf("bob"));
    }

    @Test
    void aDescriptionStandsBeforeTheFailureOfEveryStep() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime).as("after the ban").denied())
                .withMessageStartingWith("[after the ban] ");
        aRefusal();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        assertThat(chime).as("after the ban").denied().by(alice).with(FORBIDDEN))
                .withMessageStartingWith("[after the ban] ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chime)
                        .as("after the ban")
                        .received(DescribeChannelRequest.class)
                        .isEmpty())
                .withMessageStartingWith("[after the ban] ");
    }

    // neverDenied

    @Test
    void neverDeniedPassesIfEveryCallSucceeded() {
        describe(alice, general);

        assertThat(chime).neverDenied();
    }

    @Test
    void neverDeniedFailsIfACallWasRefused() {
        aRefusal();

        fails(
                () -> assertThat(chime).neverDenied(),
                "Expected no refusal of any operation, but got:",
                refusalOf("alice"));
    }

    @Test
    void neverDeniedOfAnOperationPassesIfOnlyCallsOfOthersWereRefused() {
        aRefusal();

        assertThat(chime).neverDenied(LIST_CHANNELS);
    }

    @Test
    void neverDeniedOfAnOperationFailsIfACallOfItWasRefused() {
        aRefusal();

        fails(
                () -> assertThat(chime).neverDenied(DESCRIBE_CHANNEL),
                "Expected no refusal of DescribeChannel, but got:",
                refusalOf("alice"));
    }

    @Test
    void neverDeniedFailsIfTheJournalHasLostCalls() {
        for (int call = 1; call <= 5; call++) {
            describe(alice, general);
        }

        fails(
                () -> assertThat(chime).neverDenied(),
                "Cannot say that nothing was refused: the oldest 2 calls are gone from the journal. Start the fake with a"
                        + " larger journalCapacity");
    }

    // received

    @Test
    void receivedGivesTheRequestsInTheSdksOwnType() {
        describe(alice, general);
        describe(alice, random);

        assertThat(chime)
                .received(DescribeChannelRequest.class)
                .extracting(DescribeChannelRequest::channelArn)
                .containsExactly(general.arn(), random.arn());
        assertThat(chime)
                .received(DescribeChannelRequest.class)
                .first()
                .returns(general.arn(), DescribeChannelRequest::channelArn);
    }

    @Test
    void receivedCountsRefusedRequestsToo() {
        aRefusal();

        assertThat(chime).received(DescribeChannelRequest.class).hasSize(1);
    }

    @Test
    void receivedFailsIfThereWasNoneOfThatType() {
        describe(alice, general);

        fails(
                () -> assertThat(chime).received(SendChannelMessageRequest.class),
                "Expected a SendChannelMessageRequest, but received:",
                "1. DescribeChannel by alice" + SIGNED,
                "    200",
                "");
    }

    // neverReceived

    @Test
    void neverReceivedPassesIfThereWasNoneOfThatType() {
        describe(alice, general);

        assertThat(chime).neverReceived(ListChannelsRequest.class).neverReceived(SendChannelMessageRequest.class);
    }

    @Test
    void neverReceivedFailsIfThereWasOneOfThatType() {
        describe(alice, general);

        fails(
                () -> assertThat(chime).neverReceived(DescribeChannelRequest.class),
                "Expected no DescribeChannelRequest, but received:",
                "DescribeChannelRequest(ChannelArn=" + general.arn() + ", ChimeBearer=" + alice.arn() + ")");
    }

    @Test
    void neverReceivedFailsIfTheJournalHasLostCalls() {
        for (int call = 1; call <= 4; call++) {
            describe(alice, general);
        }

        fails(
                () -> assertThat(chime).neverReceived(SendChannelMessageRequest.class),
                "Cannot say that no SendChannelMessageRequest was received: the oldest 1 calls are gone from the journal."
                        + " Start the fake with a larger journalCapacity");
    }

    // No fake

    @Test
    void everyAssertionFailsOnNull() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat((ChimeMessagingServer) null).neverDenied())
                .withMessageContaining("Expecting actual not to be null");
    }
}
