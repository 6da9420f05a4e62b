package io.github.chimefake.internal.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the service does after it has responded. Work with the same key is done one after the other, in the order in which it was added;
 * only work with another order than what is before it need not wait for calls under way. Other work is done at the same time. Work begins when the response of the request that caused it was sent,
 * or failed to be sent, and also if it is delayed. Thread-safe; work runs without any lock.
 */
public final class BackgroundWork {
    private final Map<Object, WorkQueue> queues = new LinkedHashMap<>();
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
    public void add(Object key, Work work) {
        add(key, key, work);
    }

    /**
     * Adds work that is caused by the request of the current thread to a queue that is ordered in part: work is done in the order in which
     * it was added, except that it does not wait for work of another order whose call has no response yet.
     *
     * @param order identifies the work that it is never done before, for example by the ARN of the channel
     */
    public synchronized void add(Object key, Object order, Work work) {
        if (!closed) {
            held.computeIfAbsent(Thread.currentThread(), first -> new ArrayList<>())
                    .add(queued(key, order, work));
        }
    }

    /**
     * Adds work that no request has caused. It begins as soon as the work before it in its queue is done.
     *
     * @param key identifies the queue
     * @param order as in {@link #add(Object, Object, Work)}
     */
    public synchronized void addReleased(Object key, Object order, Work work) {
        if (!closed) {
            release(List.of(queued(key, order, work)));
        }
    }

    private QueuedWork queued(Object key, Object order, Work work) {
        List<QueuedWork> ofThisCall = held.getOrDefault(Thread.currentThread(), List.of());
        // A client that has the response may have sent this call because of it.
        List<QueuedWork> waitsFor = held.values().stream()
                .flatMap(List::stream)
                .filter(earlier -> earlier.queue().equals(key))
                .filter(earlier ->
                        earlier.order().equals(order) || earlier.isResponding() || ofThisCall.contains(earlier))
                .toList();
        QueuedWork added = new QueuedWork(key, order, work, waitsFor);
        queues.computeIfAbsent(key, first -> new WorkQueue()).add(added);
        return added;
    }

    /** Notes that the response of the current thread's request is being sent. Has no effect if the request has added no work. */
    public void responding() {
        if (held.containsKey(Thread.currentThread())) {
            synchronized (this) {
                held.getOrDefault(Thread.currentThread(), List.of()).forEach(QueuedWork::respond);
            }
        }
    }

    /** Lets the work begin that the current thread's request has added. Has no effect if there is none. */
    public void responseSent() {
        if (held.containsKey(Thread.currentThread())) {
            synchronized (this) {
                List<QueuedWork> released = held.remove(Thread.currentThread());
                release(released == null ? List.of() : released);
            }
        }
    }

    private void release(List<QueuedWork> works) {
        works.forEach(QueuedWork::release);
        works.stream().map(QueuedWork::queue).distinct().forEach(key -> {
            WorkQueue queue = queues.get(key);
            if (queue != null) {
                startNext(queue);
            }
        });
    }

    private void startNext(WorkQueue queue) {
        queue.next()
                .ifPresent(next -> threads.start(() -> {
                    working.add(Thread.currentThread());
                    try {
                        next.run();
                    } finally {
                        working.remove(Thread.currentThread());
                        finished(next, queue);
                        afterEach.run();
                    }
                }));
    }

    @SuppressWarnings("ReferenceEquality") // The same key may have a new queue after a reset.
    private synchronized void finished(QueuedWork work, WorkQueue queue) {
        if (queues.get(work.queue()) == queue) {
            queue.finished(work);
            if (queue.isEmpty()) {
                queues.remove(work.queue());
            } else {
                startNext(queue);
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
     * Waits until the work of a queue is done that calls with a response have caused; not for what must wait for a call without one. Does
     * not wait if the current thread is doing background work.
     *
     * @return the work of these calls that is still pending; empty if there is none
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public synchronized List<String> awaitResponded(Object key, Duration limit) throws InterruptedException {
        if (isCurrentThread()) {
            return List.of();
        }
        long begin = System.nanoTime();
        long left = limit.toNanos();
        while (left > 0 && progresses(key)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = limit.toNanos() - (System.nanoTime() - begin);
        }
        return responded(key);
    }

    private boolean progresses(Object key) {
        WorkQueue queue = queues.get(key);
        return queue != null && queue.progresses();
    }

    /** Returns the pending work of a queue that calls with a response have caused. */
    public synchronized List<String> responded(Object key) {
        WorkQueue queue = queues.get(key);
        return queue == null
                ? List.of()
                : queue.works()
                        .filter(QueuedWork::isResponding)
                        .map(QueuedWork::status)
                        .toList();
    }

    /** Returns what is pending, with what it waits for or how long it has been running. */
    public synchronized List<String> pending() {
        return works().map(QueuedWork::status).toList();
    }

    private Stream<QueuedWork> works() {
        return queues.values().stream().flatMap(WorkQueue::works);
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
