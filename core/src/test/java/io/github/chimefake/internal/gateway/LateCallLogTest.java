package io.github.chimefake.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.exchange.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It reads what all fakes of the JVM log.")
class LateCallLogTest {
    private final Logger logger = Logger.getLogger(LateCallLog.class.getName());
    private final List<String> suffixes = new ArrayList<>();
    private final LateCallLog log = new LateCallLog();

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord message) {
            suffixes.add(String.valueOf(message.getParameters()[2]));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void readTheLog() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void restoreTheLog() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private void logCalls(int calls) {
        for (int call = 0; call < calls; call++) {
            log.log(new HttpRequest("GET", "/channels", List.of(), new byte[0], Instant.EPOCH), LateReason.NO_FAKE);
        }
    }

    @Test
    void hasTheFirstTenCallsAndSaysThatItEnds() {
        logCalls(30);

        assertThat(suffixes).hasSize(10).endsWith(" Further late calls are not logged.");
        assertThat(suffixes.subList(0, 9)).containsOnly("");
    }

    @Test
    void beginsAnewForTheNextTest() {
        logCalls(30);
        suffixes.clear();

        log.restart();
        logCalls(1);

        assertThat(suffixes).containsExactly("");
    }
}
