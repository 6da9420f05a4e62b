package io.github.chimefake.assertj;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatChime;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatIllegalStateException;
import static io.github.chimefake.assertj.ChimeAssertions.entry;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One import gives the assertions about a fake and AssertJ's own. */
class ChimeAssertionsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().journalCapacity(3));
    private final AssertionsFixture fixture = new AssertionsFixture(chime);
    private final ChimeUser alice = fixture.alice;
    private final ChimeUser bob = fixture.bob;

    @Test
    void theAssertionsAboutFakesDoNotClashWithThoseOfAssertJ() {
        assertThat(chime).neverDenied().isInstanceOf(ChimeMessagingServer.class);
        assertThatChime(chime).neverFailed().isSameAs(chime);
        assertThat(chime.journal()).isNotNull();
        assertThat(chime.journal().calls()).isEmpty();
        assertThat(chime.isRunning()).isTrue();
        assertThat(chime.endpoint()).hasScheme("http");
        assertThat(chime.appInstance().arn()).startsWith("arn:");
        assertThat(List.of(alice, bob)).containsExactly(alice, bob);
        assertThat(Map.of("a", 1)).contains(entry("a", 1));
        assertThatIllegalStateException().isThrownBy(() -> {
            throw new IllegalStateException();
        });
    }
}
