package io.github.chimefake;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;

import io.github.chimefake.assertj.DeliveredEventsAssert;
import io.github.chimefake.assertj.EmittedEventsAssert;
import io.github.chimefake.assertj.FailedCallsAssert;
import io.github.chimefake.assertj.ReceivedRequestsAssert;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.testing.Fakes;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkmessaging.model.FallbackAction;
import software.amazon.awssdk.services.chimesdkmessaging.model.InvocationType;
import software.amazon.awssdk.services.chimesdkmessaging.model.Processor;

/** Code that users hand to the fake may do whatever they like: no lock of the fake is held while it runs. */
@Tag("slow")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserCodeTest {
    private static final String LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:filter";

    /** Run by an assertion, and so by no request. {@link #predicatesOfAssertionsMayUseTheFake} tries them. */
    private static final Set<String> RUN_BY_ASSERTIONS = Set.of(
            "ChimeMessagingServerAssert.within",
            "DeliveredEventsAssert.matching",
            "DeliveredEventsAssert.noneMatch",
            "DeliveredEventsAssert.noneSatisfy",
            "EmittedEventsAssert.matching",
            "EmittedEventsAssert.noneMatch",
            "EmittedEventsAssert.noneSatisfy",
            "EmittedEventsAssert.withPayload",
            "FailedCallsAssert.matching",
            "ReceivedRequestsAssert.matching",
            "ReceivedRequestsAssert.noneMatch",
            "ReceivedRequestsAssert.noneSatisfy");

    /**
     * Run by the caller. {@link #setupOfADeclarationMayUseTheFake}, {@link #optionsOfActorsMayUseTheFake} and {@code
     * ConnectedSessionTest.settingsMayUseTheFake} try them.
     */
    private static final Set<String> RUN_BY_THE_CALLER =
            Set.of("TestIsolation.declare", "Actor.send", "Sessions.connect");

    /** Run after the response, and so by no request. {@link #listenersOfResponsesMayUseTheFake} tries them. */
    private static final Set<String> RUN_AFTER_THE_RESPONSE = Set.of("Journal.onResponse");

    /** Run by a sweep, most of them outside of any request. {@link SweepTest}, {@link SweepRunsTest} and {@link SweepThreadsTest} try them. */
    private static final Set<String> RUN_BY_A_SWEEP = Set.of(
            "Sweep.run",
            "Sweep.verifyAfter",
            "Sweep.verifyAlways",
            "Sweep.verifyClean",
            "SweepEngine.sweep",
            "SweepSettings.failures",
            "SweepSettings.ownFailure");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final HookedClock clock = new HookedClock();
    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().users("alice").clock(clock));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    /** Every way in which users hand code to the fake; {@link #everyMethodThatTakesUserCodeIsTried} looks for others. */
    enum Way {
        PERMISSION_RULE(
                "the permission rule \"allow any operation matching a predicate on DescribeChannelRequest\"",
                "Permissions.matching PermissionSelection.matching") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime
                        .permissions()
                        .matching(DescribeChannelRequest.class, running(code))
                        .allow();
            }
        },
        PERMISSION_RULE_OF_A_CALLER(
                "the permission rule \"allow any operation by ", "CallerPermissionSelection.matching") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime
                        .permissions()
                        .by(test.chime.caller())
                        .matching(DescribeChannelRequest.class, running(code))
                        .allow();
            }
        },
        FAULT(
                "the fault \"any operation matching a predicate on DescribeChannelRequest, always: response delayed by PT0.001S\"",
                "Faults.matching FaultSelection.matching") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime
                        .faults()
                        .matching(DescribeChannelRequest.class, running(code))
                        .delay(Duration.ofMillis(1));
            }
        },
        FAULT_CONDITION(
                "the fault \"any operation, after any operation matching a predicate on DescribeChannelRequest, always: response"
                        + " delayed by PT0.001S\"",
                "Faults.after FaultSelection.after") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime
                        .faults()
                        .after(DescribeChannelRequest.class, running(code))
                        .delay(Duration.ofMillis(1));
            }
        },
        FAULT_EFFECT(
                "An effect that this test gave to a fault",
                "Faults.inject FaultSelection.inject Faults.eachCall FaultSelection.eachCall Faults.eachAttempt"
                        + " FaultSelection.eachAttempt") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime.faults().on(Operation.DESCRIBE_CHANNEL).inject(call -> {
                    code.run();
                    return call.proceed();
                });
            }
        },
        RATE_LIMIT("the rate limit \"", "Rates.matching RateSelection.matching") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime
                        .rates()
                        .matching(DescribeChannelRequest.class, running(code))
                        .perBearer(100);
            }
        },
        STALE_READ(
                "the stale reads \"any operation matching a predicate on DescribeChannelRequest: stale for 1 reads\"",
                "Consistency.matching ReadSelection.matching") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime
                        .consistency()
                        .matching(DescribeChannelRequest.class, running(code))
                        .staleReads(1);
            }
        },
        FLOW_PROCESSOR("the processor", "Flows.processor") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.chime.flows().processor(LAMBDA, event -> {
                    code.run();
                    return FlowVerdict.allow();
                });
                test.sendThroughTheProcessor();
            }

            @Override
            void trigger(UserCodeTest test) {
                test.client.sendChannelMessage(send(test.alice, test.general, "hello"));
                test.chime.awaitBackgroundWork();
            }
        },
        CLOCK("The clock that this test gave to builder().clock(…)", "ChimeMessagingServerBuilder.clock") {
            @Override
            void handOver(UserCodeTest test, Runnable code) {
                test.clock.atTheNextLook(code);
            }

            @Override
            void trigger(UserCodeTest test) {
                test.client.sendChannelMessage(send(test.alice, test.general, "hello"));
            }
        };

        private final String nameInErrors;
        private final String methods;

        Way(String nameInErrors, String methods) {
            this.nameInErrors = nameInErrors;
            this.methods = methods;
        }

        /** Hands over the code, which is run by the next {@link #trigger}. */
        abstract void handOver(UserCodeTest test, Runnable code);

        /** Makes a request for which the code is run. */
        void trigger(UserCodeTest test) {
            test.client.describeChannel(describe(test.alice, test.general));
        }

        private static <R> Predicate<R> running(Runnable code) {
            return request -> {
                code.run();
                return true;
            };
        }
    }

    /** What the code does. */
    enum Deed {
        CALLS_THE_FAKE {
            @Override
            void perform(UserCodeTest test) {
                test.client.listChannels(
                        listChannels(test.alice, test.chime.appInstance().arn()));
            }
        },
        CHANGES_THE_FAKE {
            @Override
            void perform(UserCodeTest test) {
                test.chime.user("bob");
                test.chime.channel("other").members(test.alice).create();
                test.chime.appInstance(test.chime.appInstance().arn() + "-2");
                test.chime.permissions().by(test.alice).deny().close();
                test.chime.faults().by(test.alice).loseResponse().close();
                test.chime.rates().perUser(1).close();
                test.chime.consistency().eventual().close();
                test.chime.credentials().rotate(test.chime.caller("role/other"));
                test.chime.caller("assumed-role/chat").expiresIn(Duration.ofMinutes(15));
                test.chime.clock().freeze();
                test.chime.clock().resume();
            }
        },
        READS_THE_FAKE {
            @Override
            void perform(UserCodeTest test) {
                test.chime.snapshots().take();
                test.chime.snapshots().markBaseline();
                test.chime.leastPrivilege();
                assertThat(test.chime.journal().toString()).isNotEmpty();
                assertThat(test.chime.isRunning()).isTrue();
                test.chime.snapshots().startCopy().close();
            }
        },
        RESETS_THE_FAKE {
            @Override
            void perform(UserCodeTest test) {
                test.chime.reset();
                test.chime.snapshots().restore(test.chime.snapshots().take());
            }
        },
        LETS_ANOTHER_THREAD_CALL_AND_CHANGE_THE_FAKE {
            @Override
            void perform(UserCodeTest test) {
                CompletableFuture.runAsync(() -> {
                            CALLS_THE_FAKE.perform(test);
                            CHANGES_THE_FAKE.perform(test);
                            READS_THE_FAKE.perform(test);
                        })
                        .join();
            }
        };

        abstract void perform(UserCodeTest test);
    }

    static Stream<Arguments> userCodeMayUseTheFakeWhereverItRuns() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(Deed.values()).map(deed -> Arguments.of(way, deed)));
    }

    @ParameterizedTest
    @MethodSource
    void userCodeMayUseTheFakeWhereverItRuns(Way way, Deed deed) {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch performed = new CountDownLatch(1);
        way.handOver(this, () -> {
            if (runs.getAndIncrement() == 0) {
                deed.perform(this);
                performed.countDown();
            }
        });
        chime.snapshots().markBaseline();

        way.trigger(this);

        waitsFor(performed); // A processor that resets the fake is not waited for otherwise.
        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void setupOfADeclarationMayUseTheFake(Deed deed) {
        TestIsolation.of(chime).declare("a declaration", () -> deed.perform(this));

        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void optionsOfActorsMayUseTheFake(Deed deed) {
        chime.snapshots().markBaseline();

        chime.actor(alice).send(general, "hello", message -> deed.perform(this));

        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void userCodeMayLetActorsAct(Way way) {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch performed = new CountDownLatch(1);
        way.handOver(this, () -> {
            if (runs.getAndIncrement() == 0) {
                chime.actor(alice).send(general, "hello");
                performed.countDown();
            }
        });

        way.trigger(this);

        waitsFor(performed);
        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void predicatesOfAssertionsMayUseTheFake(Deed deed) {
        ServerSnapshot before = chime.snapshots().take();
        chime.faults().once().fail(FORBIDDEN);
        assertThat(statusOf(() -> client.describeChannel(describe(alice, general))))
                .isEqualTo(403);
        ReceivedRequestsAssert<DescribeChannelRequest> received =
                assertThat(chime).received(DescribeChannelRequest.class);
        FailedCallsAssert failed = assertThat(chime).failed();
        AtomicInteger runs = new AtomicInteger();
        Predicate<DescribeChannelRequest> predicate = Way.running(() -> {
            if (runs.getAndIncrement() == 0) {
                deed.perform(this);
            }
        });

        received.matching(predicate).times(1);
        chime.snapshots().restore(before);
        failed.matching(DescribeChannelRequest.class, predicate).times(1);

        assertThat(runs).hasValue(2);

        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void predicatesOnEventsMayUseTheFake(Deed deed) {
        ServerSnapshot before = chime.snapshots().take();
        client.sendChannelMessage(send(alice, general, "hello"));
        EmittedEventsAssert emitted = assertThat(chime).emitted(MessagingEventType.CREATE_CHANNEL_MESSAGE);
        AtomicInteger runs = new AtomicInteger();
        Runnable once = () -> {
            if (runs.getAndIncrement() == 0) {
                deed.perform(this);
            }
        };

        emitted.matching(Way.running(once)).withPayload(ChannelMessage.class, Way.running(once));
        emitted.noneSatisfy(event -> {
            once.run();
            throw new AssertionError("not satisfied");
        });

        assertThat(runs).hasValue(3);
        chime.snapshots().restore(before);
        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void predicatesOnDeliveriesMayUseTheFake(Deed deed) {
        ServerSnapshot before = chime.snapshots().take();
        chime.actor(alice).connect();
        client.sendChannelMessage(send(alice, general, "hello"));
        DeliveredEventsAssert delivered = assertThat(chime).delivered(MessagingEventType.CREATE_CHANNEL_MESSAGE);
        AtomicInteger runs = new AtomicInteger();

        delivered.matching(Way.running(() -> {
            if (runs.getAndIncrement() == 0) {
                deed.perform(this);
            }
        }));

        assertThat(runs).hasValue(1);
        chime.snapshots().restore(before);
        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void listenersOfResponsesMayUseTheFake(Deed deed) {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch performed = new CountDownLatch(1);
        chime.journal().onResponse(call -> {
            if (runs.getAndIncrement() == 0) {
                deed.perform(this);
                performed.countDown();
            }
        });
        chime.snapshots().markBaseline();

        client.describeChannel(describe(alice, general));

        waitsFor(performed);
        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource
    void blocksOfAssertionsMayUseTheFake(Deed deed) {
        AtomicInteger runs = new AtomicInteger();

        assertThat(chime).within(Duration.ofSeconds(30), calls -> {
            if (runs.getAndIncrement() == 0) {
                deed.perform(this);
                Deed.CALLS_THE_FAKE.perform(this); // A change, for which the block is judged again.
                throw new AssertionError("judge it again");
            }
            calls.neverFailed();
        });

        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "FLOW_PROCESSOR", mode = EnumSource.Mode.EXCLUDE)
    void aResetThatTheCodeWaitsForDoesNotWaitForTheCode(Way way) {
        way.handOver(this, () -> CompletableFuture.runAsync(chime::reset).join());
        chime.snapshots().markBaseline();

        assertThat(statusOf(() -> way.trigger(this))).isEqualTo(410);

        assertThat(chime.journal().lateCalls()).hasSize(1);
        assertThat(chime.journal().calls()).isEmpty();
        theFakeStillServes();
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "FLOW_PROCESSOR", mode = EnumSource.Mode.EXCLUDE)
    void aRequestThatIsLateStaysSoIfTheCodeResetsTheFakeItself(Way way) {
        way.handOver(this, () -> {
            CompletableFuture.runAsync(chime::reset).join();
            chime.reset();
        });
        chime.snapshots().markBaseline();

        assertThat(statusOf(() -> way.trigger(this))).isEqualTo(410);

        theFakeStillServes();
    }

    @Test
    void manyRequestsWhoseCodeWaitsLeaveThreadsForOthers() {
        int many = 100;
        CountDownLatch waiting = new CountDownLatch(many);
        CountDownLatch released = new CountDownLatch(1);
        chime.faults()
                .matching(DescribeChannelRequest.class, request -> waitsFor(waiting, released))
                .loseRequest();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest describe = HttpRequest.newBuilder(chime.endpoint()
                        .resolve("/channels/" + URLEncoder.encode(general.arn(), StandardCharsets.UTF_8)))
                .build();
        List<CompletableFuture<?>> requests = Stream.generate(
                        () -> http.sendAsync(describe, HttpResponse.BodyHandlers.discarding()))
                .limit(many)
                .collect(Collectors.toList());

        waitsFor(waiting);
        theFakeStillServes();

        released.countDown();
        CompletableFuture.allOf(requests.toArray(CompletableFuture[]::new)).join();
    }

    private static boolean waitsFor(CountDownLatch own, CountDownLatch other) {
        own.countDown();
        waitsFor(other);
        return false;
    }

    private static void waitsFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Undescribable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no text");
        }
    }

    @Test
    void whatCannotDescribeItselfIsNamedByItsClass() {
        chime.faults()
                .matching(DescribeChannelRequest.class, request -> {
                    throw new Undescribable();
                })
                .loseRequest();

        assertThat(statusOf(() -> client.describeChannel(describe(alice, general))))
                .isEqualTo(500);

        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .contains("Undescribable (its toString() failed with java.lang.IllegalStateException)")
                .contains("It belongs to the fault");
    }

    @Test
    void theClockIsNotAskedWhileTheFakeIsReset() {
        client.putChannelExpirationSettings(request -> request.channelArn(general.arn())
                .chimeBearer(alice.arn())
                .expirationSettings(expiration ->
                        expiration.expirationDays(1).expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)));
        chime.snapshots().markBaseline();
        clock.atTheNextLook(() -> {
            throw new AssertionError("asked during the reset");
        });

        chime.reset();

        assertThat(clock.atTheNextLookOrNever()).isPresent();
    }

    @Test
    void aRateLimitThatItsOwnPredicateLiftsDoesNotApply() {
        chime.rates()
                .matching(DescribeChannelRequest.class, request -> {
                    chime.rates().clear();
                    return true;
                })
                .perBearer(1);

        client.describeChannel(describe(alice, general));
        chime.rates().matching(DescribeChannelRequest.class, request -> true).perBearer(1);
        client.describeChannel(describe(alice, general));

        assertThat(statusOf(() -> client.describeChannel(describe(alice, general))))
                .isEqualTo(429);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "FLOW_PROCESSOR", mode = EnumSource.Mode.EXCLUDE)
    void twoRequestsRunTheCodeAtTheSameTime(Way way) {
        AtomicInteger meeting = new AtomicInteger();
        Runnable code = () -> {
            meeting.incrementAndGet();
            while (meeting.get() < 2) {
                Thread.onSpinWait();
            }
        };
        way.handOver(this, code);

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> way.trigger(this));
        if (way == Way.CLOCK) {
            clock.atTheNextLook(code);
        }
        way.trigger(this);
        other.join();

        assertThat(meeting.get()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "FLOW_PROCESSOR", mode = EnumSource.Mode.EXCLUDE)
    void whatTheCodeThrowsEndsTheRequestWithAnErrorThatNamesTheCode(Way way) {
        way.handOver(this, () -> {
            throw new AssertionError("thrown by the test");
        });

        assertThat(statusOf(() -> way.trigger(this))).isEqualTo(500);

        assertThat(chime.journal().failures())
                .singleElement()
                .satisfies(refused -> assertThat(
                                refused.errorResponse().orElseThrow().explanation())
                        .contains("java.lang.AssertionError: thrown by the test", way.nameInErrors)
                        .doesNotContain("bug"));
    }

    @Test
    void aFlowProcessorThatThrowsCannotBeReachedAndTheMessageFails() {
        Way.FLOW_PROCESSOR.handOver(this, () -> {
            throw new AssertionError("thrown by the test");
        });

        Way.FLOW_PROCESSOR.trigger(this);

        assertThat(chime.journal()
                        .calls()
                        .get(chime.journal().calls().size() - 1)
                        .errorResponse())
                .isEmpty();
        assertThat(client.listChannelMessages(Requests.listMessages(alice, general))
                        .channelMessages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.status().valueAsString()).isEqualTo("FAILED"));
    }

    @Test
    void everyMethodThatTakesUserCodeIsTried() {
        Set<String> tried = new TreeSet<>(RUN_BY_ASSERTIONS);
        tried.addAll(RUN_BY_THE_CALLER);
        tried.addAll(RUN_AFTER_THE_RESPONSE);
        tried.addAll(RUN_BY_A_SWEEP);
        Stream.of(Way.values()).forEach(way -> tried.addAll(List.of(way.methods.split(" "))));

        assertThat(UserCodeParameters.find())
                .as("public methods that take code of users; try new ones in this test")
                .containsExactlyElementsOf(tried);
    }

    private void theFakeStillServes() {
        assertThat(statusOf(() -> client.listChannels(
                        listChannels(alice, chime.appInstance().arn()))))
                .isEqualTo(200);
    }

    private static int statusOf(Runnable call) {
        try {
            call.run();
            return 200;
        } catch (ChimeSdkMessagingException e) {
            return e.statusCode();
        }
    }

    private void sendThroughTheProcessor() {
        String flow = client.createChannelFlow(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .name("flow")
                        .processors(Processor.builder()
                                .name("filter")
                                .executionOrder(1)
                                .fallbackAction(FallbackAction.ABORT)
                                .configuration(configuration -> configuration.lambda(
                                        lambda -> lambda.resourceArn(LAMBDA).invocationType(InvocationType.ASYNC)))
                                .build()))
                .channelFlowArn();
        client.associateChannelFlow(request ->
                request.channelArn(general.arn()).channelFlowArn(flow).chimeBearer(alice.arn()));
    }
}
