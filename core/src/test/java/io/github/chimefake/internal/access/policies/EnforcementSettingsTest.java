package io.github.chimefake.internal.access.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Refusal;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnforcementSettingsTest {
    private static final Refusal DENIAL =
            Refusal.of(ChimeError.ACCESS_DENIED, "No statement allows it.", Provenance.OBSERVED);

    private final FakeLifetime lifetime = new FakeLifetime();
    private final PolicyEnforcement enforcement = new PolicyEnforcement(lifetime);

    @Test
    void aDenialIsThatOfAwsByDefault() {
        assertThat(enforcement.decide(DENIAL)).isEqualTo(new AccessDecision.Denied(DENIAL));
        assertThat(enforcement.requiresPolicies()).isFalse();
    }

    @Test
    void anAllowedCallIsExplainedOnDemand() {
        assertThat(new AccessDecision.Allowed(() -> "A rule allows it.").explanation())
                .isEqualTo("A rule allows it.");
    }

    @Test
    void auditModeOnlyReportsTheDenial() {
        enforcement.audit(true);
        assertThat(enforcement.decide(DENIAL)).isEqualTo(new AccessDecision.DeniedInAudit(DENIAL));

        enforcement.audit(false);
        assertThat(enforcement.decide(DENIAL)).isEqualTo(new AccessDecision.Denied(DENIAL));
    }

    @Test
    void anotherErrorNamesTheOneOfAws() {
        enforcement.denialError(ChimeError.UNAUTHORIZED_CLIENT);

        assertThat(enforcement.decide(DENIAL)).isInstanceOfSatisfying(AccessDecision.Denied.class, denied -> {
            assertThat(denied.refusal().error()).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
            assertThat(denied.refusal().explanation())
                    .startsWith("No statement allows it. AWS would have sent AccessDeniedException 403");
        });
    }

    @Test
    void eachSettingKeepsTheOthersUntilAllAreClearedOrRestored() {
        enforcement.require(true);
        enforcement.audit(true);
        enforcement.denialError(ChimeError.UNAUTHORIZED_CLIENT);
        PolicyEnforcement.Snapshot snapshot = enforcement.snapshot();

        assertThat(enforcement.requiresPolicies()).isTrue();
        assertThat(enforcement.decide(DENIAL)).isInstanceOf(AccessDecision.DeniedInAudit.class);

        enforcement.clear();
        assertThat(enforcement.requiresPolicies()).isFalse();
        assertThat(enforcement.decide(DENIAL)).isEqualTo(new AccessDecision.Denied(DENIAL));

        enforcement.restore(snapshot);
        assertThat(enforcement.requiresPolicies()).isTrue();
        assertThat(enforcement.decide(DENIAL)).isInstanceOf(AccessDecision.DeniedInAudit.class);
    }

    @Test
    void theSettingsOfAClosedFakeCannotBeChanged() {
        lifetime.end("http://127.0.0.1:1");

        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> enforcement.audit(true),
                () -> enforcement.denialError(ChimeError.UNAUTHORIZED_CLIENT),
                () -> enforcement.require(true),
                enforcement::clear)) {
            assertThatIllegalStateException()
                    .isThrownBy(change)
                    .withMessageStartingWith("The enforcement of policies cannot be changed: ");
        }
    }
}
