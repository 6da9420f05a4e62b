package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.quotas.Quota;
import io.github.chimefake.testing.Fakes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/** What the entry points have in common: when a rule or fault applies, and what {@code clear()} removes. */
class DoorsTest {
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().users("alice", "bob"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private List<Integer> statusesOf(int calls) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(status());
        }
        return statuses;
    }

    private int status() {
        return statusOf(alice);
    }

    private int statusOf(ChimeUser user) {
        try {
            client.listChannels(listChannels(user, chime.appInstance().arn()));
            return 200;
        } catch (ChimeSdkMessagingException failure) {
            return failure.statusCode();
        }
    }

    @Test
    void aFaultFromTheThirdCallOnLeavesTheFirstTwo() {
        Registration fault = chime.faults().on(LIST_CHANNELS).fromCall(3).fail(SERVICE_FAILURE);

        assertThat(statusesOf(5)).containsExactly(200, 200, 500, 500, 500);
        assertThat(fault.timesApplied()).isEqualTo(3);
    }

    @Test
    void aRuleForTheSecondCallDeniesThatCallOnly() {
        Registration rule = chime.permissions().on(LIST_CHANNELS).nthCall(2).deny();

        assertThat(statusesOf(4)).containsExactly(200, 401, 200, 200);
        assertThat(rule.timesApplied()).isOne();
    }

    @Test
    void aRuleFromTheSecondCallOnDeniesAllLaterOnes() {
        Registration rule = chime.permissions().on(LIST_CHANNELS).fromCall(2).deny();

        assertThat(statusesOf(3)).containsExactly(200, 401, 401);
        assertThat(rule.timesApplied()).isEqualTo(2);
    }

    @Test
    void theRetriesOfTheNthCallAreDeniedWithIt() {
        chime.permissions().on(LIST_CHANNELS).nthCall(2).deny(SERVICE_FAILURE);
        ChimeSdkMessagingClient retrying = chime.client();

        retrying.listChannels(listChannels(alice, chime.appInstance().arn()));
        assertThat(catchStatus(retrying)).isEqualTo(500);

        RecordedCall denied = chime.journal().failures().get(0);
        assertThat(denied.attempts()).hasSize(4);
    }

    private int catchStatus(ChimeSdkMessagingClient any) {
        try {
            any.listChannels(listChannels(alice, chime.appInstance().arn()));
            return 200;
        } catch (ChimeSdkMessagingException failure) {
            return failure.statusCode();
        }
    }

    @Test
    void callsThatALaterRuleDecidesAreNotCounted() {
        chime.permissions().on(LIST_CHANNELS).nthCall(2).deny();
        Registration later = chime.permissions().on(LIST_CHANNELS).calls(2).allow();

        assertThat(statusesOf(4)).containsExactly(200, 200, 200, 401);
        assertThat(later.timesApplied()).isEqualTo(2);
    }

    @Test
    void countsBelowOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.permissions().nthCall(0))
                .withMessage("nthCall(0): the number must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().fromCall(-1))
                .withMessage("fromCall(-1): the number must be at least 1");
    }

    @Test
    void anAppInstanceMayBeGivenAsItselfOrByItsArn() {
        ChimeAppInstance other = chime.appInstance("arn:aws:chime:us-east-1:111122223333:app-instance/other");

        chime.permissions().inAppInstance(other).deny();
        assertThat(status()).isEqualTo(200);

        chime.permissions().inAppInstance(chime.appInstance()).deny();
        assertThat(status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "general",
                "arn:aws:chime:us-east-1:111122223333:app-instance/chat",
                "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/alice",
                "arn:aws:chime:us-east-1:111122223333:app-instance/chat/channel/"
            })
    void aChannelThatIsNotGivenByItsArnIsAnError(String text) {
        String message = "inChannel(\"" + text + "\"): expected the ARN of a channel, for example"
                + " arn:aws:chime:us-east-1:111122223333:app-instance/chat/channel/general";
        chime.permissions().deny();
        assertThat(status()).isEqualTo(401);

        Stream.<ThrowingCallable>of(
                        () -> chime.permissions().inChannel(text),
                        () -> chime.faults().inChannel(text),
                        () -> chime.rates().inChannel(text),
                        () -> chime.consistency().inChannel(text),
                        () -> assertThatChime(chime)
                                .received(ListChannelsRequest.class)
                                .inChannel(text),
                        () -> assertThatChime(chime).denied(LIST_CHANNELS).inChannel(text))
                .forEach(inChannel -> assertThatIllegalArgumentException()
                        .isThrownBy(inChannel)
                        .withMessage(message));
    }

    @Test
    void clearRemovesWhatQuotasAndRolesHoldUntilTheNextReset() {
        ChimeChannel general = chime.channel("general")
                .mode(ChannelMode.UNRESTRICTED)
                .members(alice)
                .create();
        chime.quotas().set(Quota.MEMBERSHIPS_PER_CHANNEL, 1);
        chime.roles().mayCall(ChannelRole.MEMBER, LIST_CHANNEL_MODERATORS, true);
        chime.snapshots().markBaseline();

        assertThat(join(general)).isEqualTo(400);
        assertThat(moderators(general)).isEqualTo(200);

        chime.quotas().clear();
        chime.roles().clear();
        assertThat(join(general)).isEqualTo(200);
        assertThat(moderators(general)).isEqualTo(403);

        chime.reset();
        assertThat(join(general)).isEqualTo(400);
        assertThat(moderators(general)).isEqualTo(200);
    }

    @Test
    void clearSetsHowPoliciesAreEnforcedBackToTheDefaultUntilTheNextReset() {
        chime.permissions().requirePolicies(true);
        chime.permissions().policyDenialError(ChimeError.UNAUTHORIZED_CLIENT);
        chime.snapshots().markBaseline();
        assertThat(status()).isEqualTo(401);

        chime.permissions().clear();
        assertThat(status()).isEqualTo(200);

        chime.permissions().requirePolicies(true);
        assertThat(status()).isEqualTo(403);

        chime.permissions().policyMode(PolicyMode.AUDIT);
        chime.permissions().clear();
        chime.permissions().requirePolicies(true);
        assertThat(status()).isEqualTo(403);

        chime.reset();
        assertThat(status()).isEqualTo(401);
    }

    @Test
    void clearSetsTheDirectoryBackToItsDefaultsUntilTheNextReset() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        chime.directory().open(true);
        chime.snapshots().markBaseline();
        assertThat(statusOf(ghost)).isEqualTo(200);

        chime.directory().clear();
        assertThat(statusOf(ghost)).isEqualTo(401);

        chime.reset();
        assertThat(statusOf(ghost)).isEqualTo(200);
    }

    @Test
    void clearSetsTheEndpointOfSessionsBackToThatOfTheFakeUntilTheNextReset() {
        chime.sessions().endpoint("sessions.example:8443");
        chime.snapshots().markBaseline();
        assertThat(sessionEndpoint()).isEqualTo("sessions.example:8443");

        chime.sessions().clear();
        assertThat(sessionEndpoint()).isEqualTo("127.0.0.1:" + chime.sessions().port());

        chime.reset();
        assertThat(sessionEndpoint()).isEqualTo("sessions.example:8443");
    }

    private String sessionEndpoint() {
        return client.getMessagingSessionEndpoint(request -> {}).endpoint().url();
    }

    private int join(ChimeChannel channel) {
        try {
            client.createChannelMembership(request -> request.channelArn(channel.arn())
                    .chimeBearer(alice.arn())
                    .memberArn(bob.arn())
                    .type("DEFAULT"));
            return 200;
        } catch (ChimeSdkMessagingException failure) {
            return failure.statusCode();
        }
    }

    private int moderators(ChimeChannel channel) {
        try {
            client.listChannelModerators(
                    request -> request.channelArn(channel.arn()).chimeBearer(alice.arn()));
            return 200;
        } catch (ChimeSdkMessagingException failure) {
            return failure.statusCode();
        }
    }

    @Test
    void clearRemovesTheProcessorsOfFlowsUntilTheNextReset() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        processWith(general, LAMBDA);
        chime.flows().processor(LAMBDA, event -> FlowVerdict.allow());
        chime.snapshots().markBaseline();

        assertThat(statusOfMessageSentIn(general)).isEqualTo(ChannelMessageStatus.SENT);

        chime.flows().clear();
        assertThat(statusOfMessageSentIn(general)).isEqualTo(ChannelMessageStatus.PENDING);

        chime.reset();
        assertThat(statusOfMessageSentIn(general)).isEqualTo(ChannelMessageStatus.SENT);
    }

    @Test
    void aResetRemovesTheProcessorsThatTheBaselineLacks() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        processWith(general, LAMBDA);
        chime.snapshots().markBaseline();
        chime.flows().processor(LAMBDA, event -> FlowVerdict.allow());
        assertThat(statusOfMessageSentIn(general)).isEqualTo(ChannelMessageStatus.SENT);

        chime.reset();
        assertThat(statusOfMessageSentIn(general)).isEqualTo(ChannelMessageStatus.PENDING);
    }

    private void processWith(ChimeChannel channel, String lambda) {
        Processor filter = Processor.builder()
                .name("filter")
                .executionOrder(1)
                .fallbackAction(FallbackAction.ABORT)
                .configuration(configuration -> configuration.lambda(
                        function -> function.resourceArn(lambda).invocationType(InvocationType.ASYNC)))
                .build();
        String flow = client.createChannelFlow(
                        request -> request.appInstanceArn(chime.appInstance().arn())
                                .name("flow")
                                .processors(filter))
                .channelFlowArn();
        String admin = chime.appInstance().admin("root").arn();
        client.associateChannelFlow(request ->
                request.channelArn(channel.arn()).channelFlowArn(flow).chimeBearer(admin));
    }

    /** Looks at the message that the sender sees: before a processor has allowed it, no one else does. */
    private ChannelMessageStatus statusOfMessageSentIn(ChimeChannel channel) {
        String message =
                client.sendChannelMessage(send(alice, channel, "hello")).messageId();
        chime.awaitBackgroundWork();
        return client.getChannelMessageStatus(request ->
                        request.channelArn(channel.arn()).messageId(message).chimeBearer(alice.arn()))
                .status()
                .value();
    }

    @Test
    void denialsAreTheFailuresWithStatus401And403() {
        chime.permissions().on(LIST_CHANNELS).once().deny();
        chime.faults().on(LIST_CHANNELS).nthCall(2).fail(SERVICE_FAILURE);

        assertThat(statusesOf(3)).containsExactly(401, 500, 200);
        assertThat(chime.journal().failures()).hasSize(2);
        assertThat(chime.journal().denials())
                .singleElement()
                .satisfies(call -> assertThat(call.lastAttempt().status()).isEqualTo(401));
    }
}
