package io.github.chimefake;

import static io.github.chimefake.AttachedPoliciesFixture.ALL;
import static io.github.chimefake.AttachedPoliciesFixture.policyOf;
import static io.github.chimefake.iam.PolicyKind.IDENTITY;
import static io.github.chimefake.iam.PolicyKind.SERVICE_CONTROL;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.iam.InvalidPolicyException;
import io.github.chimefake.permissions.AttachedPolicy;
import io.github.chimefake.permissions.Permissions.CallerPermissionSelection;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Levels of an organization and quotas, for policies of callers. */
class PolicyLevelsOfCallersTest {
    private static final String LARGE =
            ALL.replace("{\"Version\"", "{\"Id\":\"" + "x".repeat(11_000) + "\",\"Version\"");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final AttachedPoliciesFixture fixture = new AttachedPoliciesFixture(chime);

    private CallerPermissionSelection backend() {
        return chime.permissions().by(fixture.backend);
    }

    @Test
    void eachLevelMustAllow() {
        fixture.attach(IDENTITY, ALL);
        AttachedPolicy root = backend().attachServiceControl("root", policy("all", ALL));
        fixture.sends();

        AttachedPolicy unit = backend().attachServiceControl("chat", policy("s3 only", policyOf("Allow", "s3:*", "*")));

        assertThat(fixture.denialOfSending())
                .endsWith("because no service control policy allows the" + " chime:SendChannelMessage action");
        assertThat(fixture.explanation()).contains("in service control policy \"s3 only\" of level \"chat\"");
        assertThat(root.level()).contains("root");
        assertThat(unit).returns(SERVICE_CONTROL, AttachedPolicy::kind);
        assertThat(fixture.attach(SERVICE_CONTROL, ALL).level()).isEmpty();

        backend().attachServiceControl("chat", policy("chime", policyOf("Allow", "chime:*", "*")));
        fixture.sends();
        unit.close();
        fixture.sends();
    }

    @Test
    void aPolicyBeyondAQuotaIsNotAttachedUnlessTheLimitsAreLifted() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> backend().attach("large", LARGE))
                .withMessageContaining("AWS's quota for the inline policies of a role");
        assertThat(backend().attachedPolicies()).isEmpty();

        chime.permissions().limitPolicies(false);

        backend().attach("large", LARGE);
        fixture.sends();
    }

    @Test
    void theLimitsComeBackWithTheBaselineAndWhenAllIsCleared() {
        chime.permissions().limitPolicies(false);
        chime.reset();
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> backend().attach("large", LARGE));

        chime.permissions().limitPolicies(false);
        chime.snapshots().markBaseline();
        chime.permissions().limitPolicies(true);
        chime.reset();
        backend().attach("large", LARGE).close();

        chime.permissions().clear();
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> backend().attach("large", LARGE));
    }
}
