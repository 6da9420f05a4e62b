package io.github.chimefake.internal.sweep.calls;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The thread of one run, on which its code runs so that it can be left behind if it hangs. It has the context class loader and the
 * inheritable thread locals of the thread of the test, which creates it. A daemon, so that it does not keep the JVM alive.
 */
public final class CodeThread extends Thread {
    /** Ends the thread. */
    private enum Last implements Runnable {
        TASK;

        @Override
        public void run() {}
    }

    /** Keeps code that repeats a failed call for ever from taking a processor. */
    private static final Duration BEFORE_REFUSAL = Duration.ofMillis(50);

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private volatile Optional<String> leftBehind = Optional.empty();

    private CodeThread(ThreadGroup group) {
        super(group, "chime-fake-sweep-code");
        setDaemon(true);
    }

    /** Starts a thread that waits for what it is to run. The threads that this creates are in the same group. */
    public static CodeThread begin(ThreadGroup group) {
        CodeThread thread = new CodeThread(group);
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        for (Runnable task = next(); task != Last.TASK; task = next()) {
            task.run();
        }
    }

    private Runnable next() {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException late) {
                // Meant for what has ended.
            }
        }
    }

    /** Runs this after what it runs now. */
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Ends the thread, after what it runs now. */
    public void end() {
        tasks.add(Last.TASK);
    }

    /** Lets all further calls that the thread makes fail. It ends when what it runs now does. */
    public void leaveBehind(String reason) {
        leftBehind = Optional.of(reason);
        end();
    }

    public boolean isLeftBehind() {
        return leftBehind.isPresent();
    }

    /** Throws if the current thread is one that was left behind. */
    static void requireNotLeftBehind() {
        if (Thread.currentThread() instanceof CodeThread own && own.isLeftBehind()) {
            LockSupport.parkNanos(BEFORE_REFUSAL.toNanos());
            throw new AbortedRunError("The call is made by code of a run that was aborted, because it "
                    + own.leftBehind.orElse("") + ". Let the code end when its thread is interrupted");
        }
    }
}
