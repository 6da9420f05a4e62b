package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What annotations name callers by. */
class CallersOfPrincipalTest {
    @RegisterExtension
    final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final TestIsolation isolation = TestIsolation.of(chime);

    @Test
    void aUserStandsForEachOfItsCallers() {
        ChimeCaller any = isolation.callersOf("user/build");

        assertThat(any.isSameAs(chime.caller("user/build"))).isTrue();
        assertThat(any.isSameAs(chime.caller("user/build"))).isTrue();
        assertThat(any.isSameAs(chime.caller("user/other"))).isFalse();
        assertThat(any).hasToString("arn:aws:iam::111122223333:user/build");
    }

    @Test
    void aRoleStandsForAllOfItsSessionsAndASessionForItself() {
        ChimeCaller session = chime.caller("assumed-role/chat").sessionName("one");

        assertThat(isolation.callersOf("role/chat").isSameAs(session)).isTrue();
        assertThat(isolation.callersOf("assumed-role/chat").isSameAs(session)).isTrue();
        assertThat(isolation.callersOf(session.principalArn()).isSameAs(session))
                .isTrue();
        assertThat(isolation.callersOf("assumed-role/chat/two").isSameAs(session))
                .isFalse();
    }

    @Test
    void aPrincipalWithoutCallersIsReportedWithThoseThatHaveSome() {
        chime.caller("user/build");

        assertThatNoException().isThrownBy(() -> isolation.requireCaller(isolation.callersOf("user/build")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> isolation.requireCaller(isolation.callersOf("user/biuld")))
                .withMessageContaining("no caller of arn:aws:iam::111122223333:user/biuld existed")
                .withMessageContaining("Did you mean arn:aws:iam::111122223333:user/build?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> isolation.callersOf("build"))
                .withMessageContaining("\"build\" is not a principal");
    }

    @Test
    void itHasNoCredentialsAndCannotBeChanged() {
        ChimeCaller any = isolation.callersOf("user/build");

        assertThatIllegalStateException().isThrownBy(any::credentials);
        assertThatIllegalStateException().isThrownBy(() -> any.tag("key", "value"));
    }
}
