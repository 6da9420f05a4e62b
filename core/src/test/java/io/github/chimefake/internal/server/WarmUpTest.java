package io.github.chimefake.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.HttpAnswer;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void oneCallIsServedAndOneIsRefusedForItsSignature() {
        assertThat(new WarmUp().perform()).extracting(HttpAnswer::status).containsExactly(201, 403);
    }
}
