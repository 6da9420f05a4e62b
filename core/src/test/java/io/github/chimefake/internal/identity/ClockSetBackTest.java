package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Requests;
import io.github.chimefake.testing.Fakes;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Users stay valid where a test sets the clock to a time before they were created. */
class ClockSetBackTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = ChimeUser.of(chime.clients()
            .identityClient()
            .createAppInstanceUser(
                    request -> request.appInstanceArn(chime.appInstance().arn())
                            .appInstanceUserId("bob")
                            .name("Bob"))
            .appInstanceUserArn());

    @BeforeEach
    void setTheClockBack() {
        chime.clock().freezeAt(Instant.parse("2020-01-02T03:04:05Z"));
    }

    @Test
    void aUserOfTheJavaApiIsABearer() {
        assertIsBearer(alice);
    }

    @Test
    void aUserCreatedOverTheWireIsABearer() {
        assertIsBearer(bob);
    }

    private void assertIsBearer(ChimeUser user) {
        assertThatNoException()
                .isThrownBy(() -> chime.client()
                        .listChannels(
                                Requests.listChannels(user, chime.appInstance().arn())));
    }
}
