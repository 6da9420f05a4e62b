package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChimeCallerTest {
    private static final ChimeCaller UNKNOWN =
            new Caller("arn:aws:iam::111122223333:user/x", "AKIDX", Optional.empty(), Optional.empty());

    @Test
    void nothingCanBeSaidOfACallerThatNoFakeMade() {
        String message =
                "The caller arn:aws:iam::111122223333:user/x (AKIDX) was not created by a fake, so it cannot be changed."
                        + " Create a caller with chime.caller(…)";

        assertThatIllegalStateException()
                .isThrownBy(() -> UNKNOWN.tag("tenant", "t1"))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> UNKNOWN.expiresIn(Duration.ofMinutes(15)))
                .withMessage(message);
    }

    @Test
    void theUserIdOfAnAssumedRoleNamesTheSession() {
        assertThat(Caller.of(CallFixture.BACKEND).userId()).isEqualTo("AKIAbackend:session");
        assertThat(Caller.of(UNKNOWN).userId()).isEqualTo("AKIDX");
    }

    @Test
    void theSecretStaysOutOfItsText() {
        assertThat(CallFixture.BACKEND)
                .hasToString("arn:aws:sts::111122223333:assumed-role/backend/session (AKIAbackend)");
    }

    @Test
    void theSecretIsNotCompared() {
        ChimeCaller one = new Caller("arn:aws:iam::111122223333:user/x", "AKIDX", Optional.of("one"), Optional.empty());
        ChimeCaller other =
                new Caller("arn:aws:iam::111122223333:user/x", "AKIDX", Optional.of("other"), Optional.of("token"));

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualTo(UNKNOWN);
        assertThat(one)
                .isNotEqualTo(
                        new Caller("arn:aws:iam::111122223333:user/x", "AKIDY", Optional.of("one"), Optional.empty()));
    }
}
