package io.github.chimefake;

import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.testing.Fakes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceFailureException;

/** Whatever is thrown ends as an answer that a client can read. What a test can make throw is the clock that it gives. */
@Isolated("It changes the level of a logger.")
class GatewayTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final TestersClock clock = new TestersClock();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().clock(clock));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private static final class TestersClock extends Clock {
        private volatile Supplier<Instant> time = Instant::now;

        @Override
        public Instant instant() {
            return time.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Held, because the logging framework forgets loggers, and their levels, that nobody holds. */
    private final Logger log = Logger.getLogger("io.github.chimefake.internal.gateway.Gateway");

    @BeforeEach
    void keepTheStackTracesOutOfTheBuildsLog() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void restoreTheLevel() {
        log.setLevel(null);
    }

    private void assertServiceFailureOfTheClock(String thrown) {
        assertServiceFailure("The clock that this test gave to builder().clock(…), a " + TestersClock.class.getName()
                + ", failed with " + thrown + ". It must return an instant at every call.");
    }

    private void assertServiceFailure(String explanation) {
        ServiceFailureException failure = catchThrowableOfType(
                ServiceFailureException.class, () -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(failure.statusCode()).isEqualTo(500);
        assertThat(failure.codeAsString()).isEqualTo("ServiceFailure");
        assertThat(failure.requestId()).isNotEmpty();
        assertThat(chime.journal().calls().get(0).errorResponse().orElseThrow().explanation())
                .isEqualTo(explanation);
        clock.time = Instant::now;
        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    @Test
    void aFailureOfTheFakeItselfEndsAsAServiceFailure() {
        clock.time = () -> Instant.MAX; // Later than the milliseconds of a message can tell.

        assertServiceFailure("The fake failed because of a bug in it. Please report the bug:"
                + " java.lang.ArithmeticException: long overflow");
    }

    @Test
    void anExceptionEndsAsAServiceFailure() {
        clock.time = () -> {
            throw new IllegalStateException("The clock stands still");
        };

        assertServiceFailureOfTheClock("java.lang.IllegalStateException: The clock stands still");
    }

    @Test
    void anErrorEndsAsAServiceFailure() {
        clock.time = () -> {
            throw new NoClassDefFoundError("com/example/Calendar");
        };

        assertServiceFailureOfTheClock("java.lang.NoClassDefFoundError: com/example/Calendar");
    }

    @Test
    void aStackOverflowEndsAsAServiceFailure() {
        clock.time = this::timeOfNoEnd;

        assertServiceFailureOfTheClock("java.lang.StackOverflowError");
    }

    private Instant timeOfNoEnd() {
        return clock.instant();
    }
}
