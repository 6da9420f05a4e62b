package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.control.ChimeControl;
import org.junit.jupiter.api.Test;

class ControlPageTest {
    @Test
    void serving() {
        try (ChimeMessagingServer chime = ChimeMessagingServer.start();
                ChimeControl control = ChimeControl.serve(chime)) {
            System.out.println(control.address()); // http://127.0.0.1:41235
            assertThat(control.address().getPort()).isPositive();
        }
    }

    @Test
    void settings() {
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            String token = "from-the-environment";
            ChimeControl control = ChimeControl.of(chime)
                    .bind("0.0.0.0") // by default the loopback address
                    .advertise("chime-fake:8087") // a further name for it
                    .token(token)
                    .serve();
            control.close();
        }
    }
}
