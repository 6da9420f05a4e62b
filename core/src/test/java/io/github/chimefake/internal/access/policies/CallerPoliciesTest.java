package io.github.chimefake.internal.access.policies;

import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.iam.PolicyDecision.MatchedStatement;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.iam.evaluation.PolicyLayer;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.model.DescribeAppInstanceUserRequest;

class CallerPoliciesTest {
    private static final String SEND = "chime:SendChannelMessage";
    private static final NamedPolicy ALL = policy("all", "Allow", "chime:*", "*");
    private static final NamedPolicy READ = policy("read", "Allow", "chime:List*", "*");

    private final ManualClock clock = ManualClock.standingStill();
    private final Callers callers = new Callers("111122223333", clock);
    private final Caller backend = callers.register("user/backend");
    private final Caller session = callers.register("assumed-role/chat/one");
    private final Caller otherSession = callers.register("assumed-role/chat/two");
    private final List<String> used = new ArrayList<>();
    private final List<String> granted = new ArrayList<>();
    private final FakeLifetime lifetime = new FakeLifetime();
    private final CallerPolicies policies = policies();

    private CallerPolicies policies() {
        PermissionUse use = new PermissionUse() {
            @Override
            public void used(ChimeCaller caller, String action, String resource, List<MatchedStatement> statements) {
                used.add(action + " on " + resource + " by " + statements.size());
            }

            @Override
            public void granted(ChimeCaller caller, NamedPolicy policy) {
                granted.add(policy.name());
            }
        };
        return new CallerPolicies(new CallContexts("us-east-1", clock, arn -> Map.of()), use, lifetime);
    }

    private static NamedPolicy policy(String name, String effect, String action, String resource) {
        return new NamedPolicy(
                name,
                ParsedPolicy.parse("{\"Statement\":{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                        + "\",\"Resource\":\"" + resource + "\"}}"));
    }

    private List<CheckedCall> check(CallFixture call, boolean required) {
        return policies.check(call.bind(), required);
    }

    private CheckedCall send(Caller caller) {
        return check(CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).by(caller), false)
                .get(0);
    }

    private boolean maySend(Caller caller) {
        return send(caller).serviceError().isEmpty();
    }

    @Test
    void aCallerWithoutPoliciesMayDoEverythingUnlessPoliciesAreRequired() {
        CallFixture call = CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).by(backend);

        CheckedCall free = check(call, false).get(0);
        Optional<ServiceError> denied = check(call, true).get(0).serviceError();

        assertThat(free.serviceError()).isEmpty();
        assertThat(free.explanation()).startsWith("The caller has no policy, so it may do everything");
        assertThat(denied).hasValueSatisfying(serviceError -> {
            assertThat(serviceError.message())
                    .isEqualTo("User: " + backend.principalArn() + " is not authorized to perform: " + SEND
                            + " on resource: " + ALICE.arn() + " because no identity-based policy allows the " + SEND
                            + " action");
            assertThat(serviceError.explanation()).endsWith("chime.permissions().requirePolicies(true) requires one.");
        });
    }

    @Test
    void anAllowedCallIsExplainedWithTheStatementThatAllowsIt() {
        policies.attach(backend, PolicyKind.IDENTITY, ALL);

        assertThat(maySend(backend)).isTrue();
        assertThat(send(backend).explanation()).contains("statement 0 of policy \"all\" allows it");
    }

    @Test
    void anExplicitDenyIsNamedAsSuch() {
        policies.attach(backend, PolicyKind.IDENTITY, policy("no", "Deny", "*", "*"));

        assertThat(send(backend).serviceError())
                .hasValueSatisfying(serviceError -> assertThat(serviceError.message())
                        .endsWith("with an explicit deny in an identity-based policy"));
    }

    @Test
    void aCallerWithOnlyABoundaryIsToldThatItGrantsNothing() {
        String advice = "Only identity-based policies grant permissions";
        policies.attach(backend, PolicyKind.PERMISSIONS_BOUNDARY, ALL);
        assertThat(send(backend).serviceError().orElseThrow().explanation()).contains(advice);

        policies.attach(backend, PolicyKind.IDENTITY, READ);
        assertThat(send(backend).serviceError().orElseThrow().explanation()).doesNotContain(advice);
    }

    @Test
    void aCallThatCouldHaveABearerIsToldSo() {
        String advice = "The call has no bearer";
        CallFixture call = CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).by(backend);
        policies.attach(backend, PolicyKind.IDENTITY, READ);

        assertThat(explanation(call.withoutBearer())).contains(advice);
        assertThat(explanation(call)).doesNotContain(advice);

        policies.attach(backend, PolicyKind.IDENTITY, policy("no", "Deny", "*", "*"));
        assertThat(explanation(call.withoutBearer())).doesNotContain(advice);
    }

    @Test
    void aCallThatCannotHaveABearerIsNotToldSo() {
        policies.attach(backend, PolicyKind.IDENTITY, READ);

        assertThat(explanation(CallFixture.of(Operation.DESCRIBE_APP_INSTANCE_USER)
                        .sending(DescribeAppInstanceUserRequest.builder()
                                .appInstanceUserArn(ALICE.arn())
                                .build())
                        .by(backend)
                        .withoutBearer()))
                .doesNotContain("bearer");
    }

    private String explanation(CallFixture call) {
        return check(call, false).get(0).serviceError().orElseThrow().explanation();
    }

    @Test
    void aSessionPolicyLimitsOnlyItsSession() {
        policies.attach(session, PolicyKind.IDENTITY, ALL);
        policies.attach(session, PolicyKind.SESSION, READ);

        assertThat(maySend(session)).isFalse();
        assertThat(maySend(otherSession)).isTrue();

        policies.attach(otherSession, PolicyKind.SESSION, ALL);
        assertThat(maySend(session)).isFalse();
        assertThat(maySend(otherSession)).isTrue();
        assertThat(policies.attached(otherSession))
                .extracting(attached -> attached.policy().name())
                .containsExactly("all", "all");
        assertThat(policies.attached()).hasSize(3);
    }

    @Test
    void aDetachedPolicyNoLongerApplies() {
        DefaultAttachedPolicy all = policies.attach(backend, PolicyKind.IDENTITY, ALL);
        DefaultAttachedPolicy read = policies.attach(backend, PolicyKind.IDENTITY, READ);

        all.close();
        assertThat(maySend(backend)).isFalse();
        assertThat(policies.attached()).containsExactly(read);

        read.close();
        assertThat(maySend(backend)).isTrue();
        assertThat(policies.attached()).isEmpty();
    }

    @Test
    void warningsAreKeptAndAddedToExplanations() {
        DefaultAttachedPolicy attached =
                policies.attach(backend, PolicyKind.IDENTITY, policy("typo", "Allow", "chime:SendMesage", "*"));

        assertThat(attached.warnings()).hasSize(1);
        assertThat(attached).hasToString("policy \"typo\" of " + backend.principalArn());
        assertThat(send(backend).serviceError().orElseThrow().explanation())
                .contains(" Doubtful in the policy \"typo\": $.Statement[0].Action: ");
    }

    @Test
    void identityBasedPoliciesAreReportedAsGrantsOnceForEachFake() {
        policies.attach(backend, PolicyKind.PERMISSIONS_BOUNDARY, READ);
        policies.attach(backend, PolicyKind.IDENTITY, ALL);
        CallerPolicies.Snapshot snapshot = policies.snapshot();
        assertThat(granted).containsExactly("all");

        policies().restore(snapshot);
        assertThat(granted).containsExactly("all", "all");

        policies.restore(snapshot);
        policies.restore(snapshot);
        assertThat(granted).containsExactly("all", "all", "all");
    }

    @Test
    void useIsReportedForEachResource() {
        policies.reportUse(check(CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).by(backend), false));
        policies.attach(backend, PolicyKind.IDENTITY, ALL);
        policies.reportUse(check(CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).by(backend), false));

        assertThat(used)
                .containsExactly(
                        SEND + " on " + ALICE.arn() + " by 0",
                        SEND + " on " + GENERAL.arn() + " by 0",
                        SEND + " on " + ALICE.arn() + " by 1",
                        SEND + " on " + GENERAL.arn() + " by 1");
    }

    @Test
    void policiesKeepTheQuotasOfAwsUnlessTheyAreUnlimited() {
        NamedPolicy large = policy("large", "Allow", "*", "arn:aws:s3:::" + "x".repeat(7_000));

        assertTooLarge(large);
        assertThat(policies.attached()).isEmpty();

        policies.limit(false);
        policies.attach(backend, PolicyKind.IDENTITY, large);
        assertThat(policies.attached()).hasSize(1);

        policies.clear();
        assertTooLarge(large);
    }

    private void assertTooLarge(NamedPolicy policy) {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> policies.attach(backend, PolicyKind.IDENTITY, policy))
                .withMessageContaining("AWS's quota for the size of a managed policy");
    }

    @Test
    void aPolicyHasTheLevelThatItIsAttachedTo() {
        assertThat(policies.attach(backend, PolicyLayer.ofServiceControl("root"), ALL)
                        .level())
                .contains("root");
        assertThat(policies.attach(backend, PolicyKind.SERVICE_CONTROL, ALL).level())
                .isEmpty();
    }

    @Test
    void theLimitsOfAClosedFakeCannotBeChanged() {
        lifetime.end("http://127.0.0.1:1");

        assertThatIllegalStateException()
                .isThrownBy(() -> policies.limit(false))
                .withMessageStartingWith("The limits of policies cannot be changed: ");
    }

    @Test
    void nothingCanBeAttachedToAClosedFake() {
        lifetime.end("http://127.0.0.1:1");

        assertThatIllegalStateException()
                .isThrownBy(() -> policies.attach(backend, PolicyKind.IDENTITY, ALL))
                .withMessageStartingWith("A policy cannot be attached: ");
    }
}
