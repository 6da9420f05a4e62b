package io.github.chimefake.internal.access.permissions;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.DESCRIBE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.BOB;
import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static io.github.chimefake.internal.exchange.CallFixture.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.Registration;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.policies.CallContexts;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.filter.Registrations;
import io.github.chimefake.internal.leastprivilege.PermissionRecorder;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.lifetime.UserCode;
import io.github.chimefake.permissions.Permissions;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.permissions.PolicyMode;
import io.github.chimefake.testing.ManualClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

class DefaultPermissionsTest {
    private static final String ALL =
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":\"*\"}}";

    private final ManualClock clock = ManualClock.standingStill();
    private final FakeLifetime lifetime = new FakeLifetime();
    private final PermissionRules rules = new PermissionRules(
            (user, channel) ->
                    user.text().equals(ALICE.arn()) ? Set.of(ChannelRole.MODERATOR) : Set.of(ChannelRole.MEMBER),
            UserCode.DIRECT,
            lifetime);
    private final CallerPolicies policies =
            new CallerPolicies(new CallContexts("us-east-1", clock, arn -> Map.of()), new PermissionRecorder());
    private final PolicyEnforcement enforcement = new PolicyEnforcement();
    private final Permissions permissions =
            new DefaultPermissions(rules, policies, enforcement, new ConnectRules(UserCode.DIRECT, new FakeLifetime()));
    private final CallFixture send = CallFixture.of(SEND_CHANNEL_MESSAGE);

    /** Returns {@code allowed}, the error of a denial, or nothing where no rule decides. */
    private Optional<String> decision(CallFixture call) {
        Call bound = call.bind();
        return rules.check(bound)
                .map(rule -> rule.serviceError(bound)
                        .map(ServiceError::error)
                        .map(ChimeError::name)
                        .orElse("allowed"));
    }

    private void assertDenied(CallFixture call) {
        assertThat(decision(call)).contains(UNAUTHORIZED_CLIENT.name());
    }

    @Test
    void withoutARuleNothingIsDecided() {
        assertThat(decision(send)).isEmpty();
    }

    @Test
    void theLatestRuleThatMatchesDecides() {
        permissions.deny();
        permissions.on(SEND_CHANNEL_MESSAGE).by(ALICE).inChannel(GENERAL).allow();
        permissions.on(LIST_CHANNELS).deny(FORBIDDEN);

        assertThat(decision(send)).contains("allowed");
        assertDenied(send.by(BOB));
        assertDenied(send.inChannel(RANDOM));
        assertDenied(CallFixture.of(DESCRIBE_CHANNEL));
        assertThat(decision(CallFixture.of(LIST_CHANNELS))).contains("FORBIDDEN");
    }

    @Test
    void operationsCanBeNamedWithTheVerb() {
        permissions.deny(SEND_CHANNEL_MESSAGE, LIST_CHANNELS);
        permissions.by(BOB).allow(SEND_CHANNEL_MESSAGE);

        assertDenied(send);
        assertDenied(CallFixture.of(LIST_CHANNELS));
        assertThat(decision(send.by(BOB))).contains("allowed");
        assertThat(decision(CallFixture.of(DESCRIBE_CHANNEL))).isEmpty();
    }

    @Test
    void aRuleForARoleAppliesToBearersWithThatRole() {
        permissions.by(ChannelRole.MODERATOR).deny();

        assertDenied(send);
        assertThat(decision(send.by(BOB))).isEmpty();
        assertThat(decision(send.withoutBearer())).isEmpty();
    }

    @Test
    void aRuleForACallerAppliesToItsCalls() {
        permissions.by(CallFixture.BACKEND).deny();

        assertDenied(send);
        assertThat(decision(send.by(CallFixture.BROWSER))).isEmpty();
    }

    @Test
    void schedulesCountTheCallsOfARule() {
        Registration once = permissions.on(SEND_CHANNEL_MESSAGE).once().deny();
        assertDenied(send);
        assertThat(decision(send)).isEmpty();
        assertThat(once.timesApplied()).isEqualTo(1);

        permissions.on(LIST_CHANNELS).nthCall(2).deny();
        assertThat(decision(CallFixture.of(LIST_CHANNELS))).isEmpty();
        assertDenied(CallFixture.of(LIST_CHANNELS));
        assertThat(decision(CallFixture.of(LIST_CHANNELS))).isEmpty();

        permissions.on(DESCRIBE_CHANNEL).fromCall(2).deny();
        assertThat(decision(CallFixture.of(DESCRIBE_CHANNEL))).isEmpty();
        assertDenied(CallFixture.of(DESCRIBE_CHANNEL));
        assertDenied(CallFixture.of(DESCRIBE_CHANNEL));
    }

    @Test
    void attemptsOfOneCallAreDecidedAlikeAndCountedOnce() {
        Registration once = permissions.once().deny();

        assertDenied(send.attempt("call", 1));
        assertDenied(send.attempt("call", 2));
        assertThat(decision(send.attempt("other", 1))).isEmpty();
        assertThat(once.timesApplied()).isEqualTo(1);
    }

    @Test
    void aCallThatAnEarlierRuleLeftToOthersIsNotCountedAtItsNextAttempt() {
        Registration second = permissions.nthCall(2).deny();

        assertThat(decision(send.attempt("first", 1))).isEmpty();
        assertThat(decision(send.attempt("first", 2))).isEmpty();
        assertDenied(send.attempt("second", 1));
        assertThat(second.timesApplied()).isEqualTo(1);
    }

    @Test
    void aNumberBelowOneIsRejected() {
        for (ThrowingCallable step : List.<ThrowingCallable>of(
                () -> permissions.calls(0).deny(),
                () -> permissions.nthCall(0).deny(),
                () -> permissions.fromCall(0).deny())) {
            assertThatIllegalArgumentException().isThrownBy(step).withMessageContaining("at least 1");
        }
        permissions.calls(1).deny();
        assertDenied(send);
    }

    @Test
    void aRuleThatNoCallCanMatchIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> permissions
                        .on(DESCRIBE_APP_INSTANCE_USER)
                        .by(ChannelRole.MEMBER)
                        .deny())
                .withMessageContaining("Leave out by(role)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        permissions.on(DESCRIBE_APP_INSTANCE_USER).by(ALICE).deny());
    }

    @Test
    void aClosedRuleNoLongerApplies() {
        Registration other = permissions.by(BOB).deny();
        Registration rule = permissions.deny();
        rule.close();

        assertThat(decision(send)).isEmpty();
        assertDenied(send.by(BOB));
        assertThat(other.timesApplied()).isEqualTo(1);
    }

    @Test
    void aRuleThatItsOwnPredicateClosesDoesNotApply() {
        Registration[] rule = new Registration[1];
        rule[0] = permissions
                .matching(SendChannelMessageRequest.class, request -> {
                    rule[0].close();
                    return true;
                })
                .deny();

        assertThat(decision(send)).isEmpty();
    }

    @Test
    void aPredicateIsNotCalledOnceItsRuleIsUsedUp() {
        AtomicInteger predicateCalls = new AtomicInteger();
        permissions
                .matching(SendChannelMessageRequest.class, request -> predicateCalls.incrementAndGet() > 0)
                .once()
                .deny();

        assertDenied(send);
        assertThat(decision(send)).isEmpty();
        assertThat(predicateCalls).hasValue(1);
    }

    @Test
    void aPredicateThatFailsIsReportedWithItsRule() {
        permissions
                .matching(
                        SendChannelMessageRequest.class,
                        request -> request.content().isEmpty())
                .once()
                .allow();

        assertThatExceptionOfType(ServiceErrorException.class)
                .isThrownBy(() -> decision(send))
                .satisfies(refused -> assertThat(refused.serviceError().explanation())
                        .contains("It belongs to the permission rule \"allow "));
    }

    @Test
    void anAttemptThatIsDecidedMeanwhileKeepsItsDecision() {
        CallFixture attempt = send.attempt("call", 1);
        AtomicBoolean nested = new AtomicBoolean();
        Registration once = permissions
                .matching(SendChannelMessageRequest.class, request -> {
                    if (nested.compareAndSet(false, true)) {
                        assertDenied(attempt);
                    }
                    return true;
                })
                .once()
                .deny();

        assertDenied(attempt);
        assertThat(once.timesApplied()).isEqualTo(1);
    }

    @Test
    void aRestoredRuleDecidesEarlierCallsAnew() {
        Registration once = permissions.once().deny();
        assertDenied(send.attempt("call", 1));

        rules.restore(rules.snapshot());

        assertDenied(send.attempt("call", 2));
        assertThat(once.timesApplied()).isEqualTo(1);
    }

    @Test
    void aRestoredRuleStartsToCountAnew() {
        Registration once = permissions.once().deny();
        Registrations.Snapshot<PermissionRule> baseline = rules.snapshot();
        permissions.by(BOB).allow();
        assertDenied(send);

        rules.restore(baseline);

        assertThat(once.timesApplied()).isZero();
        assertDenied(send.by(BOB));
        assertThat(once.timesApplied()).isEqualTo(1);
    }

    @Test
    void aCopyOfAFakeCountsItsOwnCalls() {
        Registration once = permissions.once().deny();
        PermissionRules copy = new PermissionRules((user, channel) -> Set.of(), UserCode.DIRECT, new FakeLifetime());
        copy.restore(rules.snapshot());

        assertThat(copy.check(send.bind())).isPresent();
        assertThat(copy.check(send.bind())).isEmpty();
        assertThat(once.timesApplied()).isZero();
        assertDenied(send);
    }

    @Test
    void denialsSayWhichRuleDeniesAndWhatAwsSends() {
        permissions.on(SEND_CHANNEL_MESSAGE, DESCRIBE_APP_INSTANCE_USER).deny();
        permissions.on(LIST_CHANNELS).deny(FORBIDDEN);

        assertThat(explanation(send))
                .startsWith("A rule of this test denies DescribeAppInstanceUser, SendChannelMessage.")
                .contains("a bearer that is not a registered user");
        assertThat(explanation(CallFixture.of(DESCRIBE_APP_INSTANCE_USER))).contains("The identity service");
        assertThat(explanation(CallFixture.of(LIST_CHANNELS))).endsWith("permissions().allow(...).");
    }

    private String explanation(CallFixture call) {
        Call bound = call.bind();
        return rules.check(bound)
                .orElseThrow()
                .serviceError(bound)
                .orElseThrow()
                .explanation();
    }

    @Test
    void rulesDescribeThemselves() {
        assertThat(permissions
                        .on(SEND_CHANNEL_MESSAGE)
                        .by(ChannelRole.MEMBER)
                        .once()
                        .deny())
                .hasToString("deny SendChannelMessage by a bearer that is " + ChannelRole.MEMBER
                        + ", once with UnauthorizedClientException");
        assertThat(permissions.on(LIST_CHANNELS).allow()).hasToString("allow ListChannels");
    }

    @Test
    void policiesOfACallerAreAttachedAndListed() {
        Caller backend = new Callers("111122223333", clock).register("user/backend");
        permissions.by(backend).attach("all", ALL);

        assertThat(permissions.by(backend).attachedPolicies())
                .singleElement()
                .hasToString("policy \"all\" of " + backend.principalArn());
        assertThat(permissions.attachedPolicies())
                .isEqualTo(permissions.by(backend).attachedPolicies());
    }

    @Test
    void policiesAreLimitedUnlessThatIsSwitchedOff() {
        CallerPermissionSelection backend = permissions.by(new Callers("111122223333", clock).register("user/backend"));
        String large = ALL.replaceFirst("\\{", "{\"Id\":\"" + "x".repeat(7_000) + "\",");
        assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> backend.attach("large", large));

        permissions.limitPolicies(false);
        backend.attach("large", large);

        assertThat(permissions.attachedPolicies()).hasSize(1);
    }

    @Test
    void clearingRemovesRulesPoliciesAndSettings() {
        ServiceError denial = ServiceError.of(Layer.IAM_POLICY, ChimeError.ACCESS_DENIED, "", Provenance.OBSERVED);
        permissions.deny();
        permissions
                .by(new Callers("111122223333", clock).register("user/backend"))
                .attach("all", ALL);
        permissions.policyMode(PolicyMode.AUDIT);
        permissions.requirePolicies(true);
        permissions.policyDenialError(UNAUTHORIZED_CLIENT);
        assertThat(enforcement.enforce(denial).error()).isEqualTo(UNAUTHORIZED_CLIENT);
        assertThat(enforcement.requiresPolicies()).isTrue();

        permissions.clear();

        assertThat(decision(send)).isEmpty();
        assertThat(permissions.attachedPolicies()).isEmpty();
        assertThatExceptionOfType(ServiceErrorException.class).isThrownBy(() -> enforcement.enforce(denial));
        assertThat(enforcement.requiresPolicies()).isFalse();
    }

    @Test
    void theModeCanBeSwitchedBackToEnforcement() {
        ServiceError denial = ServiceError.of(Layer.IAM_POLICY, ChimeError.ACCESS_DENIED, "", Provenance.OBSERVED);
        permissions.policyMode(PolicyMode.AUDIT);
        permissions.policyMode(PolicyMode.ENFORCE);

        assertThatExceptionOfType(ServiceErrorException.class).isThrownBy(() -> enforcement.enforce(denial));
    }

    @Test
    void theRulesOfAClosedFakeCannotBeChanged() {
        lifetime.end("http://127.0.0.1:1");

        assertThatIllegalStateException()
                .isThrownBy(permissions::deny)
                .withMessageStartingWith(
                        "The permission rule \"deny any operation with UnauthorizedClientException\" cannot be registered: ");
        assertThatIllegalStateException()
                .isThrownBy(permissions::clear)
                .withMessageStartingWith("permissions().clear(): ");
    }
}
