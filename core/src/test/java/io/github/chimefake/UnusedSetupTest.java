package io.github.chimefake;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.UnusedSetup.Reason.NEVER_APPLIED;
import static io.github.chimefake.UnusedSetup.Reason.NOT_ENDED;
import static io.github.chimefake.UnusedSetup.Reason.UNFINISHED;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.passes;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.scenarios.Scenarios;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** What a test set up and did not use, and what it used. */
class UnusedSetupTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final TestIsolation isolation = TestIsolation.of(chime);
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void sends(ChimeUser sender) {
        tries(() -> client.sendChannelMessage(send(sender, general, "hello")));
    }

    private static void tries(Runnable call) {
        try {
            call.run();
        } catch (SdkException expected) {
            assertThat(expected).hasMessageNotContaining("410");
        }
    }

    /** The lines of the report, without their sources. */
    private List<String> unused() {
        return withoutSources(isolation.unusedSetup());
    }

    private static List<String> withoutSources(List<UnusedSetup> unused) {
        return unused.stream()
                .map(each -> each.toString().replace(each.source() + "  ", ""))
                .toList();
    }

    @Test
    void faultsOfFailuresAndMembersAreFinished() {
        OperationFailure lasting = OperationFailures.of(SEND_CHANNEL_MESSAGE)
                .placements(FailurePlacement.FROM_HERE_ON)
                .list()
                .get(0);
        lasting.inject(chime);
        lasting.inject(chime.faults().by(alice).nthCall(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.faults().forMember(bob).fail(FORBIDDEN));
        sends(alice);

        assertThat(isolation.unusedSetup())
                .extracting(UnusedSetup::reason)
                .doesNotContain(UnusedSetup.Reason.UNFINISHED);
    }

    @Test
    void whatPublicMethodsOfTheFakeSetUpHasTheLineOfTheTest() {
        Scenarios.accountNotEnabled(chime);
        OperationFailures.of(LIST_CHANNELS).list().get(0).inject(chime);

        assertThat(isolation.unusedSetup())
                .hasSize(2)
                .extracting(UnusedSetup::source)
                .allSatisfy(source -> assertThat(source).startsWith("UnusedSetupTest.java:"));
    }

    @Test
    void aSentenceWithoutItsVerbIsUnfinished() {
        StackTraceElement above = new Throwable().getStackTrace()[0];
        var unfinished = chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice);

        assertThat(isolation.unusedSetup()).singleElement().satisfies(setup -> {
            assertThat(setup.reason()).isEqualTo(UNFINISHED);
            assertThat(setup.source()).isEqualTo("UnusedSetupTest.java:" + (above.getLineNumber() + 1));
            assertThat(setup)
                    .hasToString(setup.source()
                            + "  permissions().on(SEND_CHANNEL_MESSAGE).by(alice) is unfinished: finish it with deny() or"
                            + " allow()");
        });
        assertThat(unfinished).isNotNull();
    }

    @Test
    void everyEntryPointKnowsItsUnfinishedSentences() {
        List<Object> unfinished = List.of(
                chime.permissions().by(ChannelRole.MODERATOR).nthCall(2),
                chime.permissions().by(chime.caller("user/backend")),
                chime.faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob),
                chime.faults().inChannel(general).calls(2).attempts(1).withProbability(0.5),
                chime.rates().on(OperationGroup.READ),
                chime.consistency().matching(SendChannelMessageRequest.class, request -> true));

        assertThat(unused())
                .hasSameSizeAs(unfinished)
                .containsExactly(
                        "permissions().nthCall(2).by(MODERATOR) is unfinished: finish it with deny() or allow()",
                        "permissions().by(user/backend) is unfinished: finish it with deny() or allow()",
                        "faults().on(BATCH_CREATE_CHANNEL_MEMBERSHIP).forMember(bob) is unfinished: finish it with"
                                + " fail(…) or another effect",
                        "faults().inChannel(" + general.arn().replaceAll(".*/", "")
                                + ").calls(2).withProbability(0.5).attempts(1) is unfinished: finish it with fail(…) or"
                                + " another effect",
                        "rates().on(READ) is unfinished: finish it with perBearer(…) or another limit",
                        "consistency().matching(SendChannelMessageRequest, …) is unfinished: finish it with eventual(),"
                                + " staleFor(…) or staleReads(…)");
    }

    @Test
    void aPrefixInAVariableIsFinishedWithAnyOfItsContinuations() {
        FaultSelection sends = chime.faults().on(SEND_CHANNEL_MESSAGE);
        FaultSelection byAlice = sends.by(alice);
        byAlice.once().fail(FORBIDDEN);
        byAlice.nthCall(2).fail(FORBIDDEN);
        var unfinished = sends.by(bob);

        sends(alice);
        sends(alice);

        assertThat(unfinished).isNotNull();
        assertThat(unused())
                .containsExactly("faults().on(SEND_CHANNEL_MESSAGE).by(bob) is unfinished: finish it with fail(…) or"
                        + " another effect");
    }

    @Test
    void entryPointsAloneAndPoliciesAreNoSentences() {
        assertThat(Stream.of(chime.permissions(), chime.faults(), chime.rates(), chime.consistency()))
                .hasSize(4);
        chime.permissions()
                .by(chime.caller("user/backend"))
                .attach(
                        policy(
                                "never evaluated",
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":\"*\"}]}"));

        assertThat(unused()).isEmpty();
    }

    @Test
    void aRegistrationThatIsRejectedIsNoUnfinishedSentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.permissions()
                        .on(Operation.CREATE_APP_INSTANCE)
                        .by(alice)
                        .deny());

        assertThat(unused()).isEmpty();
    }

    @Test
    void codeWithinAnEffectBeginsSentencesToo() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).inject(call -> {
            assertThat(chime.faults().on(LIST_CHANNELS)).isNotNull();
            return call.proceed();
        });

        sends(alice);

        assertThat(isolation.unusedSetup()).singleElement().satisfies(setup -> {
            assertThat(setup.reason()).isEqualTo(UNFINISHED);
            assertThat(setup.source()).startsWith("UnusedSetupTest.java:");
        });
    }

    @Test
    void rulesAndFaultsThatNeverAppliedSayWhatWasReceivedInstead() {
        sends(alice);
        chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice).deny();
        chime.permissions().on(LIST_CHANNELS).allow();
        chime.faults().on(DESCRIBE_CHANNEL).fromCall(3).fail(FORBIDDEN);
        sends(bob);
        sends(bob);
        tries(() -> client.describeChannel(describe(alice, general)));

        assertThat(isolation.unusedSetup()).extracting(UnusedSetup::reason).containsOnly(NEVER_APPLIED);
        assertThat(unused())
                .containsExactly(
                        "permission rule \"deny SendChannelMessage by alice with UnauthorizedClientException\" never"
                                + " applied: 2 SendChannelMessage were received, by bob",
                        "permission rule \"allow ListChannels\" never applied: no ListChannels was received",
                        "fault \"DescribeChannel, from call 3 on: fail with ForbiddenException\" never applied: received 1 of"
                                + " the 3 calls that it waits for");
    }

    @Test
    void callsOfActorsDoNotCountAndAreNamed() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);

        chime.actor(bob).send(general, "hello");

        assertThat(unused())
                .singleElement()
                .asString()
                .endsWith("no SendChannelMessage was received; calls of actors do not count");
    }

    @Test
    void theReceivedCallsSayInWhatTheyDiffer() {
        ChimeChannel other = chime.channel("other").create();
        chime.permissions().by(chime.caller("user/backend")).deny(SEND_CHANNEL_MESSAGE, LIST_CHANNELS);
        chime.permissions().on(SEND_CHANNEL_MESSAGE).inChannel(other).deny();
        chime.permissions().inChannel(other).by(bob).allow();
        chime.permissions()
                .on(SEND_CHANNEL_MESSAGE)
                .matching(SendChannelMessageRequest.class, request -> false)
                .deny();
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(alice).once().fail(FORBIDDEN);
        sends(alice);

        assertThat(isolation.unusedSetup())
                .extracting(UnusedSetup::explanation)
                .containsExactly(
                        "never applied: 1 ListChannels or SendChannelMessage was received, signed by "
                                + chime.caller().toString(),
                        "never applied: 1 SendChannelMessage was received, in channel general",
                        "never applied: 1 call was received, by alice",
                        "never applied: 1 SendChannelMessage was received, but its other conditions were not fulfilled, or"
                                + " another fault or rule came first",
                        "never applied: received 1 call that it selects, but another fault or rule came first each time");
    }

    @Test
    void rulesFaultsLimitsAndStaleReadsThatAppliedAreUsed() {
        chime.permissions().on(DESCRIBE_CHANNEL).allow();
        chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(FORBIDDEN);
        chime.faults().on(SEND_CHANNEL_MESSAGE).withProbability(0.000_001).loseResponse();
        chime.rates().on(DESCRIBE_CHANNEL).perBearer(1_000);
        chime.consistency().on(DESCRIBE_CHANNEL).staleReads(1);
        sends(alice);
        client.describeChannel(describe(alice, general));

        assertThat(unused()).isEmpty();
    }

    @Test
    void limitsAndStaleReadsThatSelectedNothingAreReported() {
        chime.rates().on(SEND_CHANNEL_MESSAGE).perBearer(10);
        chime.consistency().on(LIST_CHANNELS).staleFor(Duration.ofMillis(1));
        client.describeChannel(describe(alice, general));

        assertThat(unused())
                .containsExactly(
                        "rate limit \"SendChannelMessage: 10 a second per ChimeBearer\" never applied: no SendChannelMessage"
                                + " was received",
                        "stale reads \"ListChannels: stale for PT0.001S\" never applied: no ListChannels was received");
    }

    @Test
    void limitsAndStaleReadsThatAreReplacedSaySo() {
        chime.rates().perBearer(10);
        chime.rates().perBearer(1_000);
        chime.consistency().staleReads(1);
        chime.consistency().eventual();
        client.describeChannel(describe(alice, general));

        assertThat(isolation.unusedSetup())
                .extracting(UnusedSetup::explanation)
                .containsOnly("never applied: a later one took its place")
                .hasSize(2);
    }

    @Test
    void sequencesThatDidNotEndSayHowFarTheyCame() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(alice).calls(3).fail(FORBIDDEN);
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).eachCall(error(FORBIDDEN), passes(), error(FORBIDDEN));
        chime.faults().on(LIST_CHANNELS).failEachAttempt(FORBIDDEN, SERVICE_UNAVAILABLE);
        sends(alice);
        sends(bob);
        sends(bob);
        tries(() -> client.listChannels(listChannels(alice, chime.appInstance().arn())));

        assertThat(isolation.unusedSetup()).extracting(UnusedSetup::reason).containsOnly(NOT_ENDED);
        assertThat(isolation.unusedSetup())
                .extracting(UnusedSetup::explanation)
                .containsExactly(
                        "did not end: it applied to 1 of 3 calls",
                        "did not end: it applied to 2 of 3 calls",
                        "did not end: it applied to 1 of 2 attempts of a call");
    }

    @Test
    void sequencesThatEndedAreUsed() {
        chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice).calls(2).deny();
        chime.faults().on(SEND_CHANNEL_MESSAGE).by(bob).eachCall(error(FORBIDDEN), passes());
        chime.faults().on(LIST_CHANNELS).failEachAttempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE);
        for (ChimeUser sender : List.of(alice, alice, bob, bob)) {
            sends(sender);
        }
        client.listChannels(listChannels(alice, chime.appInstance().arn()));

        assertThat(unused()).isEmpty();
    }

    @Test
    void whatWasClosedOrClearedIsReportedUnlessItHadApplied() {
        try (Registration used = chime.permissions().on(SEND_CHANNEL_MESSAGE).deny()) {
            sends(alice);
            assertThat(used.timesApplied()).isOne();
        }
        chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN).close();
        chime.rates().perUser(1);
        chime.rates().clear();

        assertThat(unused())
                .containsExactly(
                        "fault \"ListChannels, always: fail with ForbiddenException\" never applied: no ListChannels was received",
                        "rate limit \"any operation: 1 a second per app instance user\" never applied: no call was received after it was"
                                + " registered, 1 was before");
    }

    @Test
    void aResetStartsAnew() {
        chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);

        chime.reset();

        assertThat(unused()).isEmpty();
        assertThat(isolation.unusedBaseline()).isEmpty();
    }

    @Test
    void theBaselineIsUsedByAnyTestOnAnyFakeWithIt() {
        FaultSelection sends = chime.faults().on(SEND_CHANNEL_MESSAGE);
        chime.permissions().by(alice).deny(DESCRIBE_CHANNEL);
        chime.permissions().by(bob).calls(2).deny(SEND_CHANNEL_MESSAGE);
        chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        chime.snapshots().markBaseline();
        ServerSnapshot baseline = chime.snapshots().take();
        ChimeMessagingServer copy = fakes.start();
        TestIsolation.of(copy).startTest(baseline);

        assertThat(isolation.unusedBaseline()).hasSize(4);
        sends(bob);
        sends.once().delay(Duration.ofMillis(1)).close();
        chime.reset();
        tries(() -> copy.client()
                .listChannels(listChannels(alice, copy.appInstance().arn())));

        assertThat(unused()).isEmpty();
        assertThat(withoutSources(isolation.unusedBaseline()))
                .containsExactly(
                        "permission rule \"deny DescribeChannel by alice with UnauthorizedClientException\" never applied in any"
                                + " test");
        assertThat(TestIsolation.of(copy).unusedBaseline()).isEqualTo(isolation.unusedBaseline());
    }

    @Test
    void aDeclarationIsOneSetupWithItsOwnName() {
        isolation.declare("@DenyCalls on class ChatTest", () -> {
            chime.permissions().on(SEND_CHANNEL_MESSAGE).by(alice).deny();
            chime.permissions().on(SEND_CHANNEL_MESSAGE).by(bob).deny();
        });
        isolation.declare(
                "@FailCalls on class ChatTest",
                () -> chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN));

        assertThat(isolation.unusedSetup())
                .extracting(UnusedSetup::source, UnusedSetup::description)
                .first()
                .hasToString(
                        "(\"@DenyCalls on class ChatTest\", \"permission rule \"deny SendChannelMessage by alice with"
                                + " UnauthorizedClientException\" and 1 more\")");
        sends(bob);

        assertThat(isolation.unusedSetup())
                .extracting(UnusedSetup::source)
                .containsExactly("@FailCalls on class ChatTest");
    }

    @Test
    void aClosedFakeTellsIt() {
        chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        chime.stop();

        assertThat(isolation.unusedSetup()).hasSize(1);
    }

    @Tag("slow")
    @Test
    void manySetupsNeedBoundedMemory() {
        chime.faults().on(LIST_CHANNELS).fail(FORBIDDEN);
        for (int i = 0; i < 1_100; i++) {
            try (Registration used = chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)) {
                assertThat(used.timesApplied()).isZero();
            }
        }

        assertThat(isolation.unusedSetup().size()).isBetween(1_000, 2_000);
    }
}
