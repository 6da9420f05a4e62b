package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.sweep.InjectedFailure;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.sweep.SweepVerdict;
import io.github.chimefake.testing.Fakes;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

/** How runs are carried out: where code runs, what belongs to a run, and how runs are kept apart. */
@Tag("slow")
class SweepRunsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice", "bob"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");

    private final SweepSettings roleOnly = SweepSettings.defaults()
            .failures(failure ->
                    failure.name().endsWith("ForbiddenException 403, the role of the bearer does not allow the call")
                            && !failure.name().contains("later calls"));

    private ChimeChannel general() {
        return chime.channel("general")
                .members(chime.user("alice"), chime.user("bob"))
                .create();
    }

    private String post(ChimeUser user, ChimeChannel channel, String text) {
        return chime.client().sendChannelMessage(send(user, channel, text)).messageId();
    }

    private List<String> texts(ChimeChannel channel) {
        return chime.state().channel(channel).orElseThrow().messages().stream()
                .map(message -> message.content())
                .toList();
    }

    private SweepReport sweep(SweepSettings settings, SweepEngine.SweptTest test) throws Exception {
        return SweepEngine.of("test", settings).sweep(chime, test);
    }

    private static List<String> names(SweepReport report) {
        return report.verdicts().stream()
                .map(SweepVerdict::injected)
                .map(InjectedFailure::name)
                .toList();
    }

    private static Set<SweepOracle> oracles(SweepReport report) {
        return report.alarms().stream()
                .flatMap(verdict -> verdict.alarms().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void codeThatIgnoresInterruptsIsLeftBehindAndItsLaterCallsAreRefused() throws Exception {
        AtomicBoolean released = new AtomicBoolean();
        CompletableFuture<Throwable> lateCall = new CompletableFuture<>();
        ChimeSdkMessagingClient own = fakes.closeAfterTest(
                chime.clients().configure(ChimeSdkMessagingClient.builder()).build());
        List<List<String>> stored = new ArrayList<>();

        SweepReport report = sweep(roleOnly.timeLimit(Duration.ofSeconds(1)), sweep -> {
            ChimeChannel general = general();
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
            stored.add(texts(general));
        });

        assertThat(report.alarms())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.alarms())
                        .containsOnlyKeys(SweepOracle.HUNG)
                        .extractingByKey(SweepOracle.HUNG)
                        .asString()
                        .contains("did not end within 1 s", "left behind", "SweepRunsTest."));
        assertThat(stored).containsExactly(List.of("hello"), List.of("hello"), List.of());
        assertThat(report.notes()).anyMatch(note -> note.contains("left behind: 1"));
    }

    @Test
    void runsThatHangAtOneCallAgainAreLeftOut() throws Exception {
        AtomicBoolean released = new AtomicBoolean();

        SweepReport report;
        try {
            report = sweep(SweepSettings.defaults().timeLimit(Duration.ofSeconds(1)), sweep -> {
                ChimeChannel general = general();
                sweep.run(() -> {
                    try {
                        post(alice, general, "hello");
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

        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            tenant.set("acme");
            sweep.run(() -> {
                threads.add(Thread.currentThread());
                return post(alice, general, "hello " + tenant.get());
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
            ChimeChannel general = general();
            tenant.set("acme");
            sweep.run(() -> {
                threads.add(Thread.currentThread());
                return post(alice, general, "hello " + tenant.get());
            });
        };

        assertThat(sweep(roleOnly, test).notes()).isEmpty();
        assertThat(threads.get(0)).isSameAs(Thread.currentThread());
        assertThat(threads.get(threads.size() - 1)).isNotSameAs(Thread.currentThread());
        threads.clear();
        assertThat(sweep(roleOnly.onTestThread(true), test).notes()).isEmpty();
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void aFutureThatTheCodeReturnsIsAwaitedAndItsFailureIsTheOutcome() throws Exception {
        List<Class<?>> thrown = new ArrayList<>();

        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
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
        SweepReport report = sweep(roleOnly.timeLimit(Duration.ofSeconds(1)), sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> {
                post(alice, general, "hello");
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

        sweep(SweepSettings.defaults().limit(3), sweep -> {
            ChimeChannel general = general();
            chime.faults().on(SEND_CHANNEL_MESSAGE).delay(Duration.ofMillis(150));
            sweep.run(() -> {
                CompletableFuture<?> unused = chime.asyncClient().sendChannelMessage(send(alice, general, "hello"));
            });
            stored.add(texts(general));
        });

        assertThat(stored.subList(0, 2)).containsOnly(List.of("hello"));
    }

    @Test
    void aFailureThatLastsHitsLaterCallsOfTheSameBearerOnly() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        sweep(
                SweepSettings.defaults()
                        .failures(failure -> failure.name()
                                .contains("later calls: UnauthorizedClientException 401, the bearer is not"))
                        .limit(1),
                sweep -> {
                    ChimeChannel general = general();
                    sweep.run(() -> {
                        for (String text : List.of("one", "two")) {
                            for (ChimeUser user : List.of(alice, bob)) {
                                try {
                                    post(user, general, text + " by " + user.name());
                                } catch (SdkException denied) {
                                    // The next one.
                                }
                            }
                        }
                    });
                    chime.channel("fixture").members(alice).create();
                    stored.add(texts(general));
                });

        assertThat(stored.get(2)).containsExactlyInAnyOrder("one by bob", "two by bob");
    }

    @Test
    void aDenialOfTheCallerThatLastsHitsAllBearers() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        sweep(
                SweepSettings.defaults()
                        .failures(failure ->
                                failure.name().contains("later calls: AccessDeniedException 403, no IAM policy allows"))
                        .limit(1),
                sweep -> {
                    ChimeChannel general = general();
                    ChimeSdkMessagingClient other =
                            chime.clients().signedBy(chime.caller("user/other")).client();
                    sweep.run(() -> {
                        try {
                            post(alice, general, "one");
                        } catch (SdkException denied) {
                            // The next one.
                        }
                        try {
                            post(bob, general, "two");
                        } catch (SdkException denied) {
                            // The next one.
                        }
                        other.sendChannelMessage(send(alice, general, "three"));
                    });
                    stored.add(texts(general));
                });

        assertThat(stored.get(2)).containsExactly("three");
    }

    @Test
    void parallelCallsToOneChannelAreToldApartByTheirContent() throws Exception {
        List<String> contents = List.of("a", "b", "c", "d", "e", "f");
        List<Map<String, String>> sweeps = new ArrayList<>();
        for (int repetition = 0; repetition < 3; repetition++) {
            Map<String, String> missing = new TreeMap<>();
            SweepReport report = sweep(roleOnly, sweep -> {
                ChimeChannel general = general();
                sweep.run(() -> {
                    List<CompletableFuture<?>> all = new ArrayList<>();
                    contents.forEach(
                            text -> all.add(chime.asyncClient().sendChannelMessage(send(alice, general, text))));
                    CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                            .join();
                });
                sweep.verifyAfter(failure -> {
                    Set<String> without = new HashSet<>(contents);
                    without.removeAll(texts(general));
                    missing.put(failure.site().toString(), String.join("", without));
                });
            });
            assertThat(report.notes()).isEmpty();
            sweeps.add(missing);
        }

        assertThat(sweeps)
                .containsOnly(new TreeMap<>(Map.of(
                        "SendChannelMessage by alice in general", "a",
                        "SendChannelMessage #2 by alice in general", "b",
                        "SendChannelMessage #3 by alice in general", "c",
                        "SendChannelMessage #4 by alice in general", "d",
                        "SendChannelMessage #5 by alice in general", "e",
                        "SendChannelMessage #6 by alice in general", "f")));
    }

    @Test
    void callsWithOtherContentInEachRunAreToldApartByTheirNumber() throws Exception {
        AtomicInteger number = new AtomicInteger();
        List<Integer> stored = new ArrayList<>();

        SweepReport report = sweep(roleOnly.depth(1), sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> {
                for (int call = 0; call < 2; call++) {
                    post(alice, general, "text " + number.incrementAndGet());
                }
            });
            stored.add(texts(general).size());
        });

        assertThat(report.sites()).hasSize(2);
        assertThat(stored.subList(stored.size() - 2, stored.size())).containsExactly(0, 1);
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

        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            int run = runs.incrementAndGet();
            sweep.run(() -> {
                post(alice, general, "hello");
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
            assertThat(texts(general)).doesNotContain("late");
        });

        assertThat(refused.join()).hasMessageContaining("began in a run of a sweep that has ended");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("calls that began in a run and were sent after"));
        assertThat(names(report)).containsExactly("SendChannelMessage by alice in general: role");
    }

    @Test
    void aCallThatTheClientRefusesIsNotWaitedFor() throws Exception {
        AtomicInteger refused = new AtomicInteger();

        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> {
                try {
                    chime.client().sendChannelMessage(request -> request.content("to no channel"));
                } catch (SdkException withoutChannel) {
                    refused.incrementAndGet();
                }
                post(alice, general, "hello");
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

    @Test
    void callsOfActorsAreNoSites() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> {
                chime.actor(bob).send(general, "by an actor");
                chime.actor(bob).withFaults().send(general, "by an actor with faults");
                post(alice, general, "hello");
            });
            stored.add(texts(general));
        });

        assertThat(report.sites())
                .extracting(SweepSite::toString)
                .containsExactly("SendChannelMessage by alice in general");
        assertThat(stored.get(2)).containsExactly("by an actor", "by an actor with faults");
    }

    @Test
    void callsOfOtherClientsAreSweptAndNoted() throws Exception {
        List<Integer> statuses = new ArrayList<>();

        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> statuses.add(RawRequest.of("GET", "/channels/" + URLEncoder.encode(general.arn(), UTF_8))
                    .bearer(alice)
                    .sendTo(chime)
                    .statusCode()));
        });

        assertThat(statuses).endsWith(403).startsWith(200, 200);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("calls without a line of code: 1"));
    }

    @Test
    void aSweepThatProvesNothingSaysSo() throws Exception {
        SweepEngine.SweptTest posts = sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> post(alice, general, "hello"));
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> sweep(roleOnly.onlyRun("SendChannelMessage by alice in general: rule"), posts))
                .withMessageStartingWith("There is no run \"SendChannelMessage by alice in general: rule\"")
                .withMessageContaining("closest names are \"SendChannelMessage by alice in general: role\"");
        assertThatIllegalStateException()
                .isThrownBy(() -> sweep(roleOnly, sweep -> sweep.run(() -> 1)))
                .withMessageContaining("made no call to the fake");

        SweepEngine engine = SweepEngine.of("test", roleOnly);
        assertThat(engine.sweep(chime, posts).verdicts()).hasSize(1);
        assertThat(engine.whyNothingWasSwept()).isEmpty();
    }

    @Test
    void onlyOutputOfTheRunIsRead() throws Exception {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            elsewhere.submit(() -> {}).get(); // Its thread is there before the sweep.
            SweepEngine.SweptTest prints = sweep -> {
                ChimeChannel general = general();
                sweep.run(() -> {
                    try {
                        return post(alice, general, "a long secret text");
                    } catch (ForbiddenException denied) {
                        elsewhere
                                .submit(() -> System.out.println("a long secret text"))
                                .get();
                        throw denied;
                    }
                });
            };
            assertThat(oracles(sweep(roleOnly, prints))).isEmpty();
        } finally {
            elsewhere.shutdown();
        }
        assertThat(oracles(sweep(roleOnly, sweep -> {
                    ChimeChannel general = general();
                    sweep.run(() -> {
                        try {
                            return post(alice, general, "a long secret text");
                        } catch (ForbiddenException denied) {
                            Thread printing = new Thread(() -> System.out.println("a long secret text"));
                            printing.start();
                            printing.join();
                            throw denied;
                        }
                    });
                })))
                .containsExactly(SweepOracle.LEAKED);
    }

    @Test
    void whatTheCodeReturnsIsComparedAsItIsThen() throws Exception {
        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            Sweep.SweptOutcome<List<ChannelMessageSummary>> read = sweep.run(() -> {
                post(alice, general, "hello");
                return new ArrayList<>(chime.client()
                        .listChannelMessages(Requests.listMessages(alice, general))
                        .channelMessages());
            });
            if (read.exception().isEmpty()) {
                read.value().clear();
            }
        });

        assertThat(report.notes()).isEmpty();
    }

    @Test
    void objectsWithoutATextAreComparedByTheirTypeAndNoted() throws Exception {
        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> {
                post(alice, general, "hello");
                return List.of(new Object());
            });
        });

        assertThat(report.notes())
                .containsExactly("values without their own toString(), compared only by type: Object");
    }

    @Test
    void pairsAreTwoFailuresAtTwoCallsOfTheCode() throws Exception {
        SweepEngine.SweptTest test = sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> {
                for (ChimeUser user : List.of(alice, bob)) {
                    try {
                        post(user, general, "hello");
                    } catch (ForbiddenException denied) {
                        // The next one.
                    }
                }
                chime.client().describeChannel(describe(alice, general));
            });
        };
        SweepSettings once = roleOnly.bestEffort(SEND_CHANNEL_MESSAGE);

        assertThat(sweep(once, test).verdicts()).hasSize(3);
        assertThat(sweep(once.pairs(true), test).verdicts())
                .extracting(verdict -> verdict.toString().replaceFirst("(?s): (threw|passed).*", ""))
                .contains(
                        "SendChannelMessage by alice in general: role, then SendChannelMessage by bob in general: role",
                        "SendChannelMessage by bob in general: role, then DescribeChannel by alice in general: role")
                .hasSize(6);
    }

    @Test
    void aTeamHasFailuresOfItsOwn() throws Exception {
        List<Integer> counts = new ArrayList<>();

        SweepReport report = sweep(
                roleOnly.ownFailure(
                        "empty page",
                        call -> {
                            chime.channel("made by the effect").members(alice).create();
                            return FaultResponse.of(ListChannelsResponse.builder()
                                    .channels(List.of())
                                    .build());
                        },
                        LIST_CHANNELS),
                sweep -> {
                    general();
                    sweep.run(() -> counts.add(chime.client()
                            .listChannels(
                                    listChannels(alice, chime.appInstance().arn()))
                            .channels()
                            .size()));
                });

        assertThat(names(report)).contains("ListChannels by alice: empty page");
        assertThat(counts.get(counts.size() - 1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roleOnly.ownFailure(" ", call -> call.proceed(), LIST_CHANNELS))
                .withMessageContaining("expected a name");
    }

    @Test
    void theNumberOfRunsGrowsWithTheCalls() throws Exception {
        List<Integer> runs = new ArrayList<>();
        for (int calls = 1; calls <= 3; calls++) {
            int number = calls;
            SweepReport report = sweep(SweepSettings.defaults(), sweep -> {
                ChimeChannel general = general();
                sweep.run(() -> {
                    for (int call = 1; call <= number; call++) {
                        post(alice, general, "text " + call);
                    }
                });
            });
            runs.add(report.verdicts().size() + report.skippedAsEquivalent());
        }

        assertThat(runs).containsExactly(7, 14, 21);
    }

    @Test
    void theLinesOfASiteAreThoseOfTheCode() throws Exception {
        SweepReport report = sweep(roleOnly, sweep -> {
            ChimeChannel general = general();
            sweep.run(() -> post(alice, general, "hello"));
        });

        assertThat(report.sites())
                .singleElement()
                .satisfies(site -> assertThat(site.lines())
                        .hasSizeBetween(1, 6)
                        .allMatch(line -> line.startsWith("SweepRunsTest.")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> report.sites().get(0).lines().clear());
    }
}
