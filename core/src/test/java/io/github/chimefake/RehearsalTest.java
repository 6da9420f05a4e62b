package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.HttpAnswer;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    @Test
    void oneCallIsServedAndOneIsRefusedForItsSignature() {
        assertThat(new Rehearsal().perform()).extracting(HttpAnswer::status).containsExactly(201, 403);
    }
}
