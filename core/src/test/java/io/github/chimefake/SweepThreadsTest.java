package io.github.chimefake;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.SweptChat.ROLE_ONLY;
import static io.github.chimefake.SweptChat.names;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepVerdict;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** Where the code of a run runs, and how its end is awaited. */
@Tag("slow")
class SweepThreadsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice", "bob"));
    private final SweptChat chat = new SweptChat(chime);
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");

    @Test
    void codeThatIgnoresInterruptsIsLeftBehindAndItsLaterCallsAreRefused() throws Exception {
        AtomicBoolean released = new AtomicBoolean();
        CompletableFuture<Throwable> lateCall = new CompletableFuture<>();
        ChimeSdkMessagingClient own = fakes.closeAfterTest(
                chime.clients().configure(ChimeSdkMessagingClient.builder()).build());
        List<List<String>> stored = new ArrayList<>();

        SweepReport report = chat.sweep(ROLE_ONLY.timeLimit(Duration.ofSeconds(1)), sweep -> {
            ChimeChannel general = chat.general();
            Sweep.SweptOutcome<String> sent = sweep.run(() -> {
                try {
                    return own.sendChannelMessage(send(alice, general, "hello")).messageId();
                } catch (ForbiddenException denied) {
                    while (!released.get()) {
                        Thread.onSpinWait();
                    }
                    try {
                        return own.sendChannelMessage(send(alice, general, "late"))
                                .messageId();
                    } catch (Throwable refused) {
                        lateCall.complete(refused);
                        throw refused;
                    }
                }
            });
            sweep.verifyAfter(failure -> {
                assertThat(sent.exception()).isPresent();
                released.set(true);
                assertThat(lateCall.orTimeout(20, SECONDS).join()).hasMessageContaining("aborted");
            });
            stored.add(chat.texts(general));
        });

        assertThat(report.alarms())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.alarms())
                        .containsOnlyKeys(SweepOracle.HUNG)
                        .extractingByKey(SweepOracle.HUNG)
                        .asString()
                        .contains("did not end within 1 s", "left behind", "SweepThreadsTest."));
        assertThat(stored).containsExactly(List.of("hello"), List.of("hello"), List.of());
        assertThat(report.notes()).anyMatch(note -> note.contains("left behind: 1"));
    }

    @Test
    void runsThatHangAtOneCallAgainAreLeftOut() throws Exception {
        AtomicBoolean released = new AtomicBoolean();

        SweepReport report;
        try {
            report = chat.sweep(SweepSettings.defaults().timeLimit(Duration.ofSeconds(1)), sweep -> {
                ChimeChannel general = chat.general();
                sweep.run(() -> {
                    try {
                        chat.post(alice, general, "hello");
                    } catch (SdkException failure) {
                        while (!released.get()) {
                            Thread.onSpinWait();
                        }
                    }
                });
            });
        } finally {
            released.set(true);
        }

        assertThat(report.alarms()).hasSize(2);
        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("left out, because two runs at the same call hung"));
    }

    @Test
    void codeThatNeedsTheThreadOfTheTestRunsOnIt() throws Exception {
        ThreadLocal<String> tenant = new ThreadLocal<>();
        Set<Thread> threads = new HashSet<>();

        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            tenant.set("acme");
            sweep.run(() -> {
                threads.add(Thread.currentThread());
                return chat.post(alice, general, "hello " + tenant.get());
            });
        });

        assertThat(threads).hasSize(2); // The second run tries another one.
        assertThat(report.notes()).singleElement().asString().startsWith("the code runs on the thread of the test");
        assertThat(report.verdicts()).hasSize(1);
        assertThat(report.alarms()).isEmpty();
    }

    @Test
    void otherCodeRunsOnThreadsWithWhatTheyInherit() throws Exception {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        List<Thread> threads = new ArrayList<>();
        SweepEngine.SweptTest test = sweep -> {
            ChimeChannel general = chat.general();
            tenant.set("acme");
            sweep.run(() -> {
                threads.add(Thread.currentThread());
                return chat.post(alice, general, "hello " + tenant.get());
            });
        };

        assertThat(chat.sweep(ROLE_ONLY, test).notes()).isEmpty();
        assertThat(threads.get(0)).isSameAs(Thread.currentThread());
        assertThat(threads.get(threads.size() - 1)).isNotSameAs(Thread.currentThread());
        threads.clear();
        assertThat(chat.sweep(ROLE_ONLY.onTestThread(true), test).notes()).isEmpty();
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void aFutureThatTheCodeReturnsIsAwaitedAndItsFailureIsTheOutcome() throws Exception {
        List<Class<?>> thrown = new ArrayList<>();

        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            Sweep.SweptOutcome<CompletableFuture<String>> sent = sweep.run(() -> chime.asyncClient()
                    .sendChannelMessage(send(alice, general, "hello"))
                    .thenApply(response -> response.messageId()));
            sent.exception().ifPresent(failure -> thrown.add(failure.getClass()));
        });

        assertThat(thrown).containsExactly(ForbiddenException.class);
        assertThat(report.verdicts())
                .singleElement()
                .extracting(SweepVerdict::outcome)
                .isEqualTo("threw ForbiddenException");
    }

    @Test
    void aFutureThatNeverCompletesIsNotWaitedForAgain() throws Exception {
        SweepReport report = chat.sweep(ROLE_ONLY.timeLimit(Duration.ofSeconds(1)), sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> {
                chat.post(alice, general, "hello");
                return new CompletableFuture<String>();
            });
        });

        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("the code returns something that did not complete"));
        assertThat(report.verdicts()).hasSize(1);
        assertThat(report.alarms()).isEmpty();
    }

    @Test
    void callsThatTheCodeHasBegunAreAwaited() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        chat.sweep(SweepSettings.defaults().limit(3), sweep -> {
            ChimeChannel general = chat.general();
            chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofMillis(150));
            sweep.run(() -> {
                CompletableFuture<?> unused = chime.asyncClient().sendChannelMessage(send(alice, general, "hello"));
            });
            stored.add(chat.texts(general));
        });

        assertThat(stored.subList(0, 2)).containsOnly(List.of("hello"));
    }

    @Test
    void aCallThatIsSentAfterItsRunIsRefusedAndNoted() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch nextRun = new CountDownLatch(1);
        CompletableFuture<Throwable> refused = new CompletableFuture<>();
        ChimeSdkMessagingClient held = fakes.closeAfterTest(chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .overrideConfiguration(
                        configuration -> configuration.addExecutionInterceptor(waitingFor(began, nextRun)))
                .build());

        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            int run = runs.incrementAndGet();
            sweep.run(() -> {
                chat.post(alice, general, "hello");
                if (run == 1) {
                    new Thread(() -> {
                                try {
                                    held.sendChannelMessage(send(bob, general, "late"));
                                    refused.complete(new AssertionError("sent"));
                                } catch (Throwable failure) {
                                    refused.complete(failure);
                                }
                            })
                            .start();
                    began.await();
                } else if (run == 2) {
                    nextRun.countDown();
                    refused.orTimeout(20, SECONDS).join();
                }
            });
            assertThat(chat.texts(general)).doesNotContain("late");
        });

        assertThat(refused.join()).hasMessageContaining("began in a run of a sweep that has ended");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("calls that began in a run and were sent after"));
        assertThat(names(report)).containsExactly("SendChannelMessage by alice in general: role");
    }

    @Test
    void aCallThatTheClientRefusesIsNotWaitedFor() throws Exception {
        AtomicInteger refused = new AtomicInteger();

        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> {
                try {
                    chime.client().sendChannelMessage(request -> request.content("to no channel"));
                } catch (SdkException withoutChannel) {
                    refused.incrementAndGet();
                }
                chat.post(alice, general, "hello");
            });
        });

        assertThat(refused).hasPositiveValue();
        assertThat(report.notes()).isEmpty();
        assertThat(report.sites()).hasSize(1);
    }

    private static ExecutionInterceptor waitingFor(CountDownLatch began, CountDownLatch latch) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
                began.countDown();
                try {
                    latch.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }
        };
    }
}
