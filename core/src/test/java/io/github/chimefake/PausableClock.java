package io.github.chimefake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The true time, which whoever looks at it can be made to wait for: a call can be held up in the middle of the service. */
final class PausableClock extends Clock {
    private final AtomicReference<@Nullable Pause> next = new AtomicReference<>();

    /** One look that waits. */
    static final class Pause {
        private final CountDownLatch look = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        /** Returns when somebody looks. */
        void awaitLook() throws InterruptedException {
            look.await();
        }

        void goOn() {
            end.countDown();
        }
    }

    Pause pauseAtTheNextLook() {
        Pause pause = new Pause();
        next.set(pause);
        return pause;
    }

    @Override
    public Instant instant() {
        Pause pause = next.getAndSet(null);
        if (pause != null) {
            pause.look.countDown();
            try {
                pause.end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody let the time go on", e);
            }
        }
        return Instant.now();
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
