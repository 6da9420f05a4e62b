package io.github.chimefake.internal.background;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the service does after it has responded. Work with the same key is done in the order in which it was added, one
 * after the other; other work at the same time. Work begins when the response of the request that caused it was sent,
 * or failed to be sent, and also if it is delayed. Thread-safe; work runs without any lock.
 */
public final class BackgroundWork {
    private final Map<Object, Deque<QueuedWork>> queues = new LinkedHashMap<>();
    /** The work that each thread's current request has added. */
    private final Map<Thread, List<QueuedWork>> held = new ConcurrentHashMap<>();

    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private final WorkThreads threads = new WorkThreads();
    private final Runnable afterEach;
    private boolean closed;

    /** Creates an empty list of work. */
    public BackgroundWork() {
        this(() -> {});
    }

    /**
     * Creates an empty list of work.
     *
     * @param afterEach runs after each work, when all its effects are visible
     */
    public BackgroundWork(Runnable afterEach) {
        this.afterEach = afterEach;
    }

    /**
     * Adds work that is caused by the request of the current thread. It begins after {@link #responseSent}. Called
     * within the write of that request, so that the order is that of the writes.
     *
     * @param key identifies the queue, for example by the ARN of the channel
     */
    public synchronized void add(Object key, Work work) {
        if (!closed) {
            QueuedWork added = new QueuedWork(key, work);
            queues.computeIfAbsent(key, first -> new ArrayDeque<>()).add(added);
            held.computeIfAbsent(Thread.currentThread(), first -> new ArrayList<>())
                    .add(added);
        }
    }

    /**
     * Adds work that no request has caused. It begins as soon as the work before it in its queue is done.
     *
     * @param key identifies the queue
     */
    public synchronized void addReleased(Object key, Work work) {
        if (!closed) {
            QueuedWork added = new QueuedWork(key, work);
            queues.computeIfAbsent(key, first -> new ArrayDeque<>()).add(added);
            release(List.of(added));
        }
    }

    /** Lets the work begin that the current thread's request has added. Has no effect if there is none. */
    public void responseSent() {
        List<QueuedWork> released = held.remove(Thread.currentThread());
        if (released != null) {
            release(released);
        }
    }

    private synchronized void release(List<QueuedWork> works) {
        works.forEach(QueuedWork::release);
        works.stream().map(QueuedWork::queue).distinct().forEach(key -> {
            Deque<QueuedWork> queue = queues.get(key);
            // The first of the queue may have been added by another request, or may be running.
            if (queue != null && works.contains(queue.peek())) {
                startFirst(queue);
            }
        });
    }

    private void startFirst(Deque<QueuedWork> queue) {
        QueuedWork first = queue.element();
        threads.start(() -> {
            working.add(Thread.currentThread());
            try {
                first.run();
            } finally {
                working.remove(Thread.currentThread());
                finished(first, queue);
                afterEach.run();
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // The same key may have a new queue after a reset.
    private synchronized void finished(QueuedWork first, Deque<QueuedWork> queue) {
        if (queues.get(first.queue()) == queue) {
            queue.remove();
            if (queue.isEmpty()) {
                queues.remove(first.queue());
            } else if (queue.element().isReleased()) {
                startFirst(queue);
            }
            notifyAll();
        }
    }

    /** Returns whether the current thread is doing background work, as user code that it runs does. */
    public boolean isCurrentThread() {
        return working.contains(Thread.currentThread());
    }

    /**
     * Waits until there is no work.
     *
     * @return the work that is still pending after the limit; empty if there is none
     * @throws InterruptedException if the thread is interrupted while there is work
     */
    public synchronized List<String> awaitNone(Duration limit) throws InterruptedException {
        long begin = System.nanoTime();
        long nanos = limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? limit.toNanos() : Long.MAX_VALUE;
        while (!queues.isEmpty()) {
            long left = nanos - (System.nanoTime() - begin);
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return pending();
    }

    /**
     * Waits until a queue is empty. Returns at once if the current thread is doing background work.
     *
     * @throws InterruptedException if the thread is interrupted while there is work in it
     */
    public synchronized void awaitEmpty(Object key, Duration limit) throws InterruptedException {
        long begin = System.nanoTime();
        long left = limit.toNanos();
        while (queues.containsKey(key) && left > 0 && !isCurrentThread()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = limit.toNanos() - (System.nanoTime() - begin);
        }
    }

    /** Returns what is pending, with what it waits for or how long it has been running. */
    public synchronized List<String> pending() {
        return works().map(QueuedWork::status).toList();
    }

    private Stream<QueuedWork> works() {
        return queues.values().stream().flatMap(Deque::stream);
    }

    /**
     * Drops all work: what has not begun is not done, and what is running is interrupted and not waited for. Called
     * before the state is restored; see {@link Work#run}.
     *
     * @return the dropped work that runs user code. Other work is not listed: it is about the state that is replaced,
     *     and whether it was done before depends on threads
     */
    public synchronized List<String> drop() {
        List<String> dropped =
                works().filter(QueuedWork::runsUserCode).map(QueuedWork::status).toList();
        works().forEach(QueuedWork::drop);
        queues.clear();
        held.clear();
        notifyAll();
        return dropped;
    }

    /** Drops all work, ends the threads, and ignores further work. */
    public synchronized void close() {
        closed = true;
        drop();
        threads.end();
    }
}
