package io.github.chimefake.internal.access.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnforcementSettingsTest {
    private static final ServiceError DENIAL =
            ServiceError.of(Layer.IAM_POLICY, ChimeError.ACCESS_DENIED, "No statement allows it.", Provenance.OBSERVED);

    private final FakeLifetime lifetime = new FakeLifetime();
    private final PolicyEnforcement enforcement = new PolicyEnforcement(lifetime);

    /** Returns the error with which the call fails. */
    private ServiceError denied() {
        return catchThrowableOfType(ServiceErrorException.class, () -> enforcement.enforce(DENIAL))
                .serviceError();
    }

    @Test
    void aDenialIsThatOfAwsByDefault() {
        assertThat(denied()).isEqualTo(DENIAL);
        assertThat(enforcement.requiresPolicies()).isFalse();
    }

    @Test
    void auditModeOnlyReportsTheDenial() {
        enforcement.audit(true);
        assertThat(enforcement.enforce(DENIAL)).isEqualTo(DENIAL);

        enforcement.audit(false);
        assertThat(denied()).isEqualTo(DENIAL);
    }

    @Test
    void anotherErrorNamesTheOneOfAws() {
        enforcement.denialError(ChimeError.UNAUTHORIZED_CLIENT);

        ServiceError denied = denied();
        assertThat(denied.error()).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
        assertThat(denied.explanation())
                .startsWith("No statement allows it. AWS would have sent AccessDeniedException 403");
    }

    @Test
    void eachSettingKeepsTheOthersUntilAllAreClearedOrRestored() {
        enforcement.require(true);
        enforcement.audit(true);
        enforcement.denialError(ChimeError.UNAUTHORIZED_CLIENT);
        PolicyEnforcement.Setting snapshot = enforcement.snapshot();

        assertThat(enforcement.requiresPolicies()).isTrue();
        assertThat(enforcement.enforce(DENIAL).error()).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);

        enforcement.clear();
        assertThat(enforcement.requiresPolicies()).isFalse();
        assertThat(denied()).isEqualTo(DENIAL);

        enforcement.restore(snapshot);
        assertThat(enforcement.requiresPolicies()).isTrue();
        assertThat(enforcement.enforce(DENIAL).error()).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
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
