package io.github.chimefake.internal.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order of work whose requests get their responses in another order. Each thread stands for that of a request. */
class BackgroundWorkOrderTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final BackgroundWork background = new BackgroundWork();
    private final ExecutorService first = Executors.newSingleThreadExecutor();
    private final ExecutorService second = Executors.newSingleThreadExecutor();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void endThreads() {
        first.shutdown();
        second.shutdown();
        background.close();
    }

    private Work work(String name, Runnable action) {
        return work(name, true, action);
    }

    private Work work(String name, boolean runsUserCode, Runnable action) {
        return new Work() {
            @Override
            public String description() {
                return name;
            }

            @Override
            public boolean runsUserCode() {
                return runsUserCode;
            }

            @Override
            public void run(BooleanSupplier wanted) {
                action.run();
                done.add(name);
            }
        };
    }

    private void add(ExecutorService request, String key, String name) {
        CompletableFuture.runAsync(() -> background.add(key, work(name, () -> {})), request)
                .join();
    }

    private void addOrdered(ExecutorService request, String order, String name) {
        CompletableFuture.runAsync(() -> background.add("events", order, work(name, () -> {})), request)
                .join();
    }

    private void respond(ExecutorService request) {
        CompletableFuture.runAsync(background::responseSent, request).join();
    }

    @Test
    void itTellsThatWorkHasEndedWhenItsEffectIsVisible() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        BackgroundWork telling = new BackgroundWork(() -> {
            seen.addAll(done);
            ended.countDown();
        });

        telling.add("general", work("one", () -> {}));
        telling.responseSent();

        assertThat(ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly("one");
        assertThat(telling.pending()).isEmpty();
        telling.close();
    }

    @Test
    void workWaitsForTheResponseOfItsRequest() {
        add(first, "general", "one");

        assertThat(background.pending()).containsExactly("one, waiting until the response of its request is sent");
        assertThat(done).isEmpty();
    }

    @Test
    void workOfAChannelIsDoneInTheOrderInWhichItWasAdded() throws InterruptedException {
        add(first, "general", "one");
        add(second, "general", "two");
        add(second, "other", "three");

        respond(second);
        while (background.pending().size() > 2) { // The other channel does not wait.
            Thread.onSpinWait();
        }
        assertThat(background.pending())
                .containsExactly(
                        "one, waiting until the response of its request is sent",
                        "two, waiting for earlier work of its channel");
        respond(first);

        assertThat(background.awaitNone(LIMIT)).isEmpty();
        assertThat(done).containsExactly("three", "one", "two");
    }

    @Test
    void workOfAnotherOrderDoesNotWaitForACallWithoutAResponse() throws InterruptedException {
        addOrdered(first, "general", "one");
        addOrdered(second, "other", "two");
        addOrdered(second, "general", "three");
        respond(second);

        assertThat(background.awaitResponded("events", LIMIT))
                .containsExactly("three, waiting for earlier work of its channel");
        assertThat(done).containsExactly("two");
        respond(first);
        assertThat(background.awaitResponded("events", LIMIT)).isEmpty();
        assertThat(done).containsExactly("two", "one", "three");
    }

    @Test
    void workWaitsForThatOfACallWhoseClientMayHaveTheResponse() throws InterruptedException {
        addOrdered(first, "general", "one");
        CompletableFuture.runAsync(background::responding, first).join();
        addOrdered(second, "other", "two");
        respond(second);

        assertThat(background.awaitResponded("events", Duration.ZERO))
                .containsExactly(
                        "one, waiting until the response of its request is sent",
                        "two, waiting for earlier work of its channel");
        respond(first);
        assertThat(background.awaitResponded("events", LIMIT)).isEmpty();
        assertThat(done).containsExactly("one", "two");
    }

    @Test
    void workThatFailsDoesNotHoldUpTheNextOne() throws InterruptedException {
        background.add("general", work("fails", () -> {
            throw new IllegalStateException("expected by this test");
        }));
        background.add("general", work("next", () -> {}));
        background.responseSent();

        assertThat(background.awaitNone(LIMIT)).isEmpty();
        assertThat(done).containsExactly("next");
    }

    @Test
    void droppedWorkIsNotDone() throws InterruptedException {
        add(first, "general", "dropped");

        assertThat(background.drop()).hasSize(1);
        respond(first);
        background.add("general", work("after the reset", () -> {}));
        background.responseSent();

        assertThat(background.awaitNone(LIMIT)).isEmpty();
        assertThat(done).containsExactly("after the reset");
    }

    @Test
    void onlyDroppedUserCodeIsListed() {
        background.add("general", work("processor", true, () -> {}));
        background.add("general", work("deletion", false, () -> {}));

        assertThat(background.drop()).singleElement().asString().startsWith("processor, ");
        assertThat(background.pending()).isEmpty();
    }

    @Test
    void anInterruptOfDroppedWorkDoesNotReachTheNextOne() throws InterruptedException {
        CompletableFuture<Thread> running = new CompletableFuture<>();
        background.add("general", work("dropped", () -> {
            running.complete(Thread.currentThread());
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        }));
        background.responseSent();
        running.join();

        background.drop();
        while (done.isEmpty()) {
            Thread.onSpinWait();
        }
        background.add(
                "general",
                work(
                        "next",
                        () -> done.add("interrupted: " + Thread.currentThread().isInterrupted())));
        background.responseSent();

        assertThat(background.awaitNone(LIMIT)).isEmpty();
        assertThat(done).containsExactly("dropped", "interrupted: false", "next");
    }

    @Test
    void closedWorkTakesNoMore() {
        background.close();

        background.add("general", work("late", () -> {}));

        assertThat(background.pending()).isEmpty();
    }
}
