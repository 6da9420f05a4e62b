package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.state.StoredChannel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The settings of the annotation are those of the fake. */
class AnnotationSettingsTest {
    @Test
    void theAnnotationHasTheSettingsOfTheBuilder() {
        Run.of(SettingsCase.class, OtherSeedCase.class, WithoutAppInstanceCase.class)
                .succeeded(3);
    }

    @ChimeMessagingFake(users = "alice", account = "444455556666", seed = 7, clock = "2026-01-31T12:00:00Z")
    static class SettingsCase {
        @Test
        void clockAccountAndSeed(ChimeMessagingServer chime, @ChimeMembers("alice") ChimeChannel general) {
            StoredChannel stored = chime.state().channel(general).orElseThrow();
            assertThat(stored.created()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));

            chime.clock().advance(Duration.ofMinutes(1));
            assertThat(chime.clock().instant()).isEqualTo(Instant.parse("2026-01-31T12:01:00Z"));
            assertThat(chime.appInstance().arn()).contains(":444455556666:");
            try (ChimeMessagingServer same = ChimeMessagingServer.builder()
                    .account("444455556666")
                    .seed(7)
                    .start()) {
                assertThat(chime.appInstance().arn())
                        .isEqualTo(same.appInstance().arn());
            }
        }
    }

    @ChimeMessagingFake(account = "444455556666")
    static class OtherSeedCase {
        @Test
        void differs(ChimeMessagingServer chime) {
            try (ChimeMessagingServer other = ChimeMessagingServer.builder()
                    .account("444455556666")
                    .seed(7)
                    .start()) {
                assertThat(chime.appInstance().arn())
                        .isNotEqualTo(other.appInstance().arn());
            }
        }
    }

    @ChimeMessagingFake(withoutAppInstance = true)
    static class WithoutAppInstanceCase {
        @Test
        void hasNone(ChimeMessagingServer chime) {
            assertThatIllegalStateException().isThrownBy(chime::appInstance);
            assertThat(chime.state().appInstances()).isEmpty();
        }
    }
}
