package io.github.chimefake.examples.sweep.heldout;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/** Posts in the background. Whoever waits for the end learns what failed. */
class Outbox {
    /** A text on its way. */
    record Letter(String author, String channel, String text) {}

    private static final Letter END = new Letter("", "", "");

    private final ChimeSdkMessagingClient chime;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    final Queue<SdkException> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    Outbox(ChimeSdkMessagingClient chime) {
        this.chime = chime;
    }

    void add(String author, String channel, String text) {
        letters.add(new Letter(author, channel, text));
    }

    /** Posts what was added, on a thread, and waits for the end. */
    void flush() {
        letters.add(END);
        Thread worker = new Thread(this::work, "outbox");
        worker.setDaemon(true);
        worker.start();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        report();
    }

    void report() {
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException(failures.size() + " letters were not posted");
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
    }

    @SuppressWarnings("ReferenceEquality") // There is one letter that is the last.
    private void work() {
        try {
            for (Letter letter = letters.take(); letter != END; letter = letters.take()) {
                deliver(letter);
            }
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final void end() {
        ended.countDown();
    }

    void deliver(Letter letter) {
        try {
            post(letter);
        } catch (SdkException e) {
            failures.add(e);
        }
    }

    final void post(Letter letter) {
        chime.sendChannelMessage(r -> r.channelArn(letter.channel())
                .content(letter.text())
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .chimeBearer(letter.author()));
    }

    /** Removed: the note of what failed. */
    static final class WithoutReport extends Outbox {
        WithoutReport(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        @Override
        void deliver(Letter letter) {
            try {
                post(letter);
            } catch (SdkException e) {
                // Nothing.
            }
        }
    }

    /** Removed: the catch, so that the thread ends without telling. */
    static final class WithoutCatch extends Outbox {
        WithoutCatch(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        @Override
        void deliver(Letter letter) {
            post(letter);
        }
    }

    /** Written with its bug: puts what failed in the log, with the text. */
    static final class Logs extends Outbox {
        Logs(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        @Override
        void deliver(Letter letter) {
            try {
                post(letter);
            } catch (SdkException e) {
                System.err.println("WARN outbox: not delivered: " + letter);
                failures.add(e);
            }
        }
    }
}
