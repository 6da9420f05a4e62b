package io.github.chimefake;

import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.state.ChimeState;
import io.github.chimefake.testing.Fakes;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The canonical JSON of a state: one file with everything in it. */
class StateJsonTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    @Test
    void theJsonOfAStateWithEverythingIsTheOneInTheFile() throws IOException {
        ChimeMessagingServer chime = StateOfEveryKind.in(fakes::start);
        ChimeState state = chime.state();

        new GeneratedFile(Path.of("src/test/resources/state/every-kind.json")).require(state.toJson() + "\n");
        theSameCallsGiveTheSameState(state);
        itHasNoSecrets(chime, state.toJson());
    }

    private void theSameCallsGiveTheSameState(ChimeState state) {
        ChimeState other = StateOfEveryKind.in(fakes::start).state();

        assertThat(other).isEqualTo(state).hasSameHashCodeAs(state);
        assertThat(other.toJson()).isEqualTo(state.toJson());
    }

    private static void itHasNoSecrets(ChimeMessagingServer chime, String json) {
        AwsSessionCredentials credentials =
                (AwsSessionCredentials) chime.caller("role/other").credentials();

        assertThat(json).doesNotContain(StateOfEveryKind.SECRET_OF_DEVICE);
        assertThat(json)
                .doesNotContain(chime.caller().credentials().secretAccessKey())
                .doesNotContain(credentials.secretAccessKey().substring(0, 20))
                .doesNotContain(credentials.sessionToken().substring(0, 20));
    }
}
