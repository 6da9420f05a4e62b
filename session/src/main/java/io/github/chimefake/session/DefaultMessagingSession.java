package io.github.chimefake.session;

import io.github.chimefake.session.internal.WebSocketClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All of its state changes in one thread, the session's, in which listeners run, too. */
final class DefaultMessagingSession implements MessagingSession {
    private static final Logger LOGGER = System.getLogger(MessagingSession.class.getName());
    private static final long CLOSE_LIMIT_MILLIS = 2_000;
    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;
    private static final int NO_ENDPOINT = 4999;

    private final SessionSettings settings;
    private final Timing timing;
    private final ReconnectSchedule schedule;
    private final Received received;
    private final ScheduledThreadPoolExecutor executor;
    private final ScheduledThreadPoolExecutor timer;
    private final Semaphore placesInQueue;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<DefaultMessagingSession> establishing = new CompletableFuture<>();
    private final CompletableFuture<SessionClose> ending = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile boolean established;
    private volatile @Nullable Thread thread;

    /** Changes in the session's thread, and is read by others. */
    private volatile @Nullable Connection connection;

    // Only in the session's thread.
    private final Deque<SessionEvent> early = new ArrayDeque<>();

    DefaultMessagingSession(SessionSettings settings, Timing timing) {
        this.settings = settings;
        this.timing = timing;
        this.schedule = new ReconnectSchedule(settings.reconnection(), timing);
        this.received = new Received(settings.maxEvents(), "The session of " + settings.userArn());
        this.executor = executor(this::newThread);
        this.timer = executor(work -> daemon(work, "chime-session-timer " + settings.sessionId()));
        this.placesInQueue = new Semaphore(settings.maxEvents());
    }

    private static ScheduledThreadPoolExecutor executor(ThreadFactory threads) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private Thread newThread(Runnable work) {
        Thread created = daemon(work, "chime-session-events " + settings.sessionId());
        thread = created;
        return created;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread created = new Thread(work, name);
        created.setDaemon(true);
        return created;
    }

    /** Runs a task in the session's thread, unless the session has ended. */
    private void inThread(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.DEBUG, "The session has ended", e);
        }
    }

    @Override
    public MessagingSession start() {
        requireOtherThread("start()");
        if (closing || !started.compareAndSet(false, true)) {
            throw new IllegalStateException("The session of " + settings.userArn()
                    + " was started or closed before. Build another with MessagingSession.builder()");
        }
        inThread(this::connect);
        try {
            return establishing.get(settings.startTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SessionClosedException closed) {
                // The exception of another thread, with the stack trace of this one.
                throw new SessionClosedException(String.valueOf(closed.getMessage()), closed.sessionClose());
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            String closes =
                    received.closes().isEmpty() ? "" : " Connections were closed with: " + received.closes() + ".";
            close();
            throw new IllegalStateException(
                    "The session of " + settings.userArn() + " was not established within " + settings.startTimeout()
                            + "." + closes + " Look at the service's side, or set another startTimeout(…)",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException(
                    "Interrupted while the session of " + settings.userArn() + " was starting", e);
        }
    }

    private void connect() {
        if (closing || ending.isDone()) {
            return;
        }
        schedule.attemptStarted();
        String endpoint;
        try {
            endpoint = settings.lookUpEndpoint();
        } catch (Throwable e) { // Code of users. Errors, too, because start() waits for the end.
            connectionClosed(NO_ENDPOINT, "Failed to get messaging session endpoint URL", e);
            return;
        }
        try {
            Connection opening = new Connection(settings.url(endpoint));
            connection = opening; // Before the look at closing, as stop() does it the other way round.
            if (closing) {
                connection = null;
                end(new SessionClose(NORMAL, "", false, null));
                return;
            }
            opening.client.start();
        } catch (Throwable e) { // Credentials or a ProxySelector of the user, or there are no more threads.
            connectionClosed(ABNORMAL, "", e);
        }
    }

    /** What a connection is told, by its own thread. */
    private final class Connection implements WebSocketClient.Listener {
        private final WebSocketClient client;

        Connection(URI url) {
            client = new WebSocketClient(url, settings.newDialer(url), settings.limits(), timer, this);
        }

        @Override
        public void opened() {
            inThread(() -> {
                if (isCurrent()) {
                    schedule.reset();
                }
            });
        }

        @Override
        public void received(String text) {
            placesInQueue.acquireUninterruptibly();
            if (closing) {
                placesInQueue.release();
                return;
            }
            inThread(() -> {
                placesInQueue.release();
                if (isCurrent()) {
                    event(SessionEvent.read(text));
                }
            });
        }

        @Override
        public void closed(int code, String reason, @Nullable Throwable cause) {
            inThread(() -> {
                if (isCurrent()) {
                    connectionClosed(code, reason, cause);
                }
            });
        }

        /** An aborted connection may still have something to say when the next one is there. */
        private boolean isCurrent() {
            return connection == this;
        }
    }

    private void event(SessionEvent event) {
        if (closing) {
            return;
        }
        boolean establishes = !established && event.isSessionEstablished();
        if (!established && !establishes) {
            early.addLast(event);
            if (early.size() > settings.maxEvents()) {
                early.removeFirst();
            }
            return;
        }
        established = true;
        List.copyOf(early).forEach(this::deliver);
        early.clear();
        deliver(event);
        if (establishes) {
            establishing.complete(this);
        }
    }

    private void deliver(SessionEvent event) {
        received.add(event);
        tell(settings.eventListeners(), event, "the event " + event.type());
    }

    /** Tells the listeners. The log gets the name only, because events have texts that are private. */
    private static <T> void tell(List<Consumer<? super T>> listeners, T what, String name) {
        for (Consumer<? super T> listener : listeners) {
            try {
                listener.accept(what);
            } catch (RuntimeException | Error e) {
                LOGGER.log(Level.WARNING, "A listener of a messaging session failed at " + name, e);
            }
        }
    }

    private void connectionClosed(int code, String reason, @Nullable Throwable cause) {
        connection = null;
        established = false;
        Optional<Duration> delay = closing ? Optional.empty() : schedule.next(code);
        SessionClose close = new SessionClose(code, reason, delay.isPresent(), cause);
        if (delay.isPresent()) {
            received.add(close);
            tell(settings.closeListeners(), close, "the close " + close.code());
            timing.schedule(executor, this::connect, delay.get());
        } else {
            end(close);
        }
    }

    private void end(SessionClose close) {
        if (ending.isDone()) {
            return;
        }
        closing = true;
        received.add(close);
        tell(settings.closeListeners(), close, "the close " + close.code());
        ending.complete(close);
        establishing.completeExceptionally(new SessionClosedException(
                "The session of " + settings.userArn() + " was closed before it was established: " + close, close));
        executor.shutdown();
        timer.shutdown();
    }

    @Override
    public void stop() {
        closing = true;
        // Not in the session's thread, which a listener may block.
        Connection open = connection;
        if (open != null) {
            open.client.close(NORMAL);
        }
        placesInQueue.release(); // For a connection that waits for one.
        inThread(this::endWithoutConnection);
    }

    @Override
    public void close() {
        stop();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            ending.get(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.log(Level.WARNING, "The session of " + settings.userArn() + " is still closing", e);
        }
    }

    private void endWithoutConnection() {
        if (connection == null) {
            end(new SessionClose(NORMAL, "", false, null));
        }
    }

    @Override
    public boolean isEstablished() {
        return established;
    }

    @Override
    public String userArn() {
        return settings.userArn();
    }

    @Override
    public String sessionId() {
        return settings.sessionId();
    }

    @Override
    public List<SessionEvent> events() {
        return received.events();
    }

    @Override
    public List<SessionClose> closes() {
        return received.closes();
    }

    @Override
    public SessionEvent awaitEvent(String type, Duration limit) {
        requireCanWait("awaitEvent");
        return received.awaitEvent(event -> event.type().equals(type), type, limit);
    }

    @Override
    public SessionEvent awaitEvent(Predicate<? super SessionEvent> event, Duration limit) {
        requireCanWait("awaitEvent");
        return received.awaitEvent(event, "that matches", limit);
    }

    @Override
    public Optional<SessionEvent> awaitEventOrClose(Predicate<? super SessionEvent> event, Duration limit) {
        requireCanWait("awaitEventOrClose");
        return received.awaitEventOrClose(event, limit);
    }

    @Override
    public SessionClose awaitClose(Duration limit) {
        requireCanWait("awaitClose");
        return received.awaitClose(limit);
    }

    private void requireCanWait(String method) {
        requireOtherThread(method);
        if (!started.get() && !closing) {
            throw new IllegalStateException(
                    method + ": the session of " + settings.userArn() + " was not started; call start()");
        }
    }

    private void requireOtherThread(String method) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException(method
                    + " was called by a listener of the session, in the thread that receives what it would wait for. Call it in"
                    + " another thread");
        }
    }

    /** Returns for example {@code session … of arn:…}. */
    @Override
    public String toString() {
        return "session " + settings.sessionId() + " of " + settings.userArn();
    }
}
