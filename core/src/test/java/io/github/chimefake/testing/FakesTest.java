package io.github.chimefake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakesTest {
    private static final List<ChimeMessagingServer> STARTED = new ArrayList<>();
    private static final List<String> CLOSED = new ArrayList<>();

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    @Test
    void fakesAndResourcesStayOpenDuringTheTest() {
        ChimeMessagingServer chime = fakes.start();
        STARTED.addAll(List.of(chime, fakes.start(ChimeMessagingServer.builder()), fakes.startCopy(chime)));
        fakes.closeAfterTest(() -> CLOSED.add("first"));
        fakes.closeAfterTest(() -> CLOSED.add("second"));

        assertThat(STARTED).allMatch(ChimeMessagingServer::isRunning);
        assertThat(CLOSED).isEmpty();
    }

    @AfterAll
    static void theLastOpenedIsClosedFirstAfterTheTest() {
        assertThat(STARTED).hasSize(3).noneMatch(ChimeMessagingServer::isRunning);
        assertThat(CLOSED).containsExactly("second", "first");
    }
}
