package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.publicapi.PublicApi;
import io.github.chimefake.publicapi.PublicNames;
import org.junit.jupiter.api.Test;

/** Names that tests import beside those of core. */
class PublicApiNamesTest {
    @Test
    void noTwoTypesOfCoreAndTheExtensionHaveOneSimpleName() {
        assertThat(new PublicNames(PublicApi.of(ChimeMessagingServer.class, ChimeMessagingFake.class)).repeated())
                .isEmpty();
    }
}
