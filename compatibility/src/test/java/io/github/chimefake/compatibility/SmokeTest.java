package io.github.chimefake.compatibility;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void prints() {
        System.out.println(System.getProperty("java.class.path").replace(":", "\n"));
    }
}
