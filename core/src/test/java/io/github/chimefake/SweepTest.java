package io.github.chimefake;

import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.listMessages;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.SweptChat.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** Which runs a sweep has, and how calls are recognized in them. */
@Tag("slow")
class SweepTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice", "bob"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");

    private final SweepSettings oneFailure = SweepSettings.defaults()
            .failures(failure ->
                    failure.name().endsWith("ForbiddenException 403, the role of the bearer does not allow the call")
                            && !failure.name().contains("later calls"));

    private ChimeChannel channel(String name) {
        return chime.channel(name)
                .members(chime.user("alice"), chime.user("bob"))
                .create();
    }

    private void post(ChimeChannel channel, String text) {
        chime.client().sendChannelMessage(send(alice, channel, text));
    }

    private SweepReport sweep(SweepSettings settings, SweepEngine.SweptTest test) throws Exception {
        return SweepEngine.of("test", settings).sweep(chime, test);
    }

    @Test
    void injectsWhatCallersCanTellApartIntoEachCall() throws Exception {
        SweepReport report = sweep(SweepSettings.defaults(), sweep -> {
            ChimeChannel general = channel("general");
            sweep.run(() -> post(general, "hello"));
        });

        assertThat(names(report))
                .containsExactly(
                        "SendChannelMessage by alice in general: unknown bearer",
                        "SendChannelMessage by alice in general: role",
                        "SendChannelMessage by alice in general: no policy allows",
                        "SendChannelMessage by alice in general: throttled",
                        "SendChannelMessage by alice in general: response lost",
                        "SendChannelMessage by alice in general: response lost once");
        assertThat(report.skippedAsEquivalent()).isOne(); // Denied from here on, where no later call is.
        assertThat(report.alarms()).isEmpty();
    }

    @Test
    void onlyCallsOfTheCodeFailAndOneOfThemOnly() throws Exception {
        List<Integer> messages = new ArrayList<>();

        SweepReport report = sweep(oneFailure, sweep -> {
            ChimeChannel general = channel("general");
            post(general, "before");
            Sweep.SweptOutcome<Void> outcome = sweep.run(() -> {
                post(general, "one");
                post(general, "two");
            });
            assertThat(outcome.exception().isPresent()).isEqualTo(!messages.isEmpty() && messages.size() > 1);
            post(general, "after");
            messages.add(chime.state().channel(general).orElseThrow().messages().size());
        });

        assertThat(report.sites())
                .extracting(SweepSite::toString)
                .containsExactly("SendChannelMessage by alice in general", "SendChannelMessage #2 by alice in general");
        assertThat(messages).containsExactly(4, 4, 2, 3);
    }

    @Test
    void aSiteHasTheLineOfTheCodeForEveryKindOfClient() throws Exception {
        SweepReport report = sweep(oneFailure, sweep -> {
            ChimeChannel general = channel("general");
            ChimeSdkMessagingClient own = fakes.closeAfterTest(
                    chime.clients().configure(ChimeSdkMessagingClient.builder()).build());
            sweep.run(() -> {
                own.describeChannel(Requests.describe(alice, general)); // 1
                chime.asyncClient()
                        .sendChannelMessage(send(alice, general, "2"))
                        .join();
                CompletableFuture.runAsync(() -> post(general, "3")).join();
                chime.client().listChannelMessagesPaginator(listMessages(bob, general)).stream()
                        .forEach(page -> {});
            });
        });

        assertThat(report.sites())
                .hasSize(4)
                .allSatisfy(
                        site -> assertThat(site.lines().get(0)).matches("SweepTest\\.\\w+\\(SweepTest\\.java:\\d+\\)"));
        assertThat(report.sites().get(2).lines().get(0)).startsWith("SweepTest.post(");
        assertThat(report.sites().get(2).lines().get(1)).startsWith("SweepTest.aSiteHasTheLine");
    }

    @Test
    void parallelCallsAreToldApartByTheirChannels() throws Exception {
        Set<Set<String>> failed = new HashSet<>();

        SweepReport report = sweep(oneFailure, sweep -> {
            List<ChimeChannel> channels = List.of(channel("a"), channel("b"), channel("c"));
            Sweep.SweptOutcome<Void> sent = sweep.run(() -> {
                List<CompletableFuture<?>> all = new ArrayList<>();
                channels.forEach(each -> all.add(chime.asyncClient().sendChannelMessage(send(alice, each, "x"))));
                CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                        .join();
            });
            sweep.verifyAfter(failure -> {
                Set<String> without = new HashSet<>();
                channels.stream()
                        .filter(each -> chime.state()
                                .channel(each)
                                .orElseThrow()
                                .messages()
                                .isEmpty())
                        .forEach(each -> without.add(each.name()));
                failed.add(without);
                assertThat(failure.site().channel()).contains(String.join("", without));
                assertThat(sent.exception()).isPresent();
            });
        });

        assertThat(report.verdicts()).hasSize(3);
        assertThat(failed).containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("c"));
    }

    @Test
    void aCallThatFailsByItselfIsNoSite() throws Exception {
        SweepReport report = sweep(SweepSettings.defaults(), sweep -> {
            ChimeChannel general =
                    chime.channel("general").members(chime.user("bob")).create();
            sweep.run(() -> {
                assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> post(general, "x"));
                chime.client()
                        .listChannels(listChannels(alice, chime.appInstance().arn()));
            });
        });

        assertThat(report.sites()).extracting(SweepSite::operation).containsExactly(LIST_CHANNELS);
        assertThat(report.notes()).singleElement().asString().startsWith("no site, because it fails without");
    }

    @Test
    void callsThatOnlyAFailureCausesAreSweptToTheDepthThatIsSet() throws Exception {
        SweepEngine.SweptTest fallsBack = sweep -> {
            ChimeChannel general = channel("general");
            ChimeChannel other = channel("other");
            sweep.run(() -> {
                try {
                    post(general, "x");
                } catch (ForbiddenException e) {
                    post(other, "x");
                }
            });
        };

        assertThat(sweep(oneFailure.depth(1), fallsBack).verdicts()).hasSize(1);
        assertThat(sweep(oneFailure, fallsBack).verdicts())
                .extracting(Object::toString)
                .last()
                .asString()
                .startsWith(
                        "SendChannelMessage by alice in general: role, then SendChannelMessage by alice in other: role: threw");
    }

    @Test
    void theLimitLeavesRunsOutAndTheSeedSaysWhich() throws Exception {
        SweepEngine.SweptTest posts = sweep -> {
            ChimeChannel general = channel("general");
            sweep.run(() -> post(general, "x"));
        };

        SweepReport first = sweep(SweepSettings.defaults().limit(2), posts);
        SweepReport seeded = sweep(SweepSettings.defaults().limit(2).seed(4), posts);

        assertThat(first.verdicts()).hasSize(2);
        assertThat(first.skippedByLimit()).isEqualTo(4);
        assertThat(first.toString()).contains("left out by the limit: 4");
        assertThat(names(seeded))
                .isEqualTo(names(sweep(SweepSettings.defaults().limit(2).seed(4), posts)));
        assertThat(names(seeded)).isNotEqualTo(names(first));
    }

    @Test
    void furtherErrorsAndOneRunAlone() throws Exception {
        SweepEngine.SweptTest posts = sweep -> {
            ChimeChannel general = channel("general");
            sweep.run(() -> post(general, "x"));
        };
        String name = "SendChannelMessage by alice in general: expired token";

        assertThat(names(sweep(
                        SweepSettings.defaults().furtherErrors(EXPIRED_TOKEN).onlyRun(name), posts)))
                .containsExactly(name);
    }

    @Test
    void theTestSeesOutcomesAndVerifies() throws Exception {
        List<String> verified = new ArrayList<>();

        sweep(oneFailure, sweep -> {
            ChimeChannel general = channel("general");
            Sweep.SweptOutcome<String> id = sweep.run(() ->
                    chime.client().sendChannelMessage(send(alice, general, "x")).messageId());
            sweep.verifyClean(() -> verified.add("clean " + id.value().length()));
            sweep.verifyAlways(() -> verified.add("always"));
            sweep.verifyAfter(failure -> verified.add(
                    "after " + id.exception().orElseThrow().getClass().getSimpleName()));
        });

        assertThat(verified)
                .containsExactly("clean 64", "always", "clean 64", "always", "always", "after ForbiddenException");
    }

    @Test
    void failedVerificationsNameTheirRuns() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> sweep(oneFailure, sweep -> {
                    ChimeChannel general = channel("general");
                    sweep.run(() -> post(general, "x"));
                    sweep.verifyAfter(
                            failure -> assertThat(failure.site().operation()).isNull());
                }))
                .withMessageStartingWith("SendChannelMessage by alice in general: role")
                .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
    }

    @Test
    void aTestThatFailsByItselfEndsTheSweep() {
        AtomicInteger runs = new AtomicInteger();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> sweep(SweepSettings.defaults(), sweep -> {
                    runs.incrementAndGet();
                    ChimeChannel general = chime.channel("general").create();
                    sweep.run(() -> post(general, "x"));
                }));
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatDiffersBetweenTwoCleanRunsIsSaidAndNotCompared() throws Exception {
        AtomicInteger number = new AtomicInteger();

        SweepReport report = sweep(oneFailure, sweep -> {
            ChimeChannel general = channel("general");
            sweep.run(() -> {
                int next = number.incrementAndGet();
                post(general, "text " + next);
                if (next == 1) {
                    chime.client()
                            .listChannels(
                                    listChannels(alice, chime.appInstance().arn()));
                }
                return next;
            });
        });

        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("unordered: not in both clean runs: ListChannels"))
                .anyMatch(note -> note.startsWith("two clean runs leave different states"))
                .anyMatch(note -> note.startsWith("two clean runs return different values"));
        assertThat(report.alarms()).isEmpty();
    }

    @Test
    void generatedIdsAreNoDifference() throws Exception {
        SweepReport report = sweep(
                oneFailure,
                sweep -> sweep.run(() -> {
                    String channel = chime.client()
                            .createChannel(Requests.createChannel(
                                    alice, chime.appInstance().arn(), "new"))
                            .channelArn();
                    chime.client().sendChannelMessage(send(alice, ChimeChannel.of(channel), "x " + UUID.randomUUID()));
                    return channel;
                }));

        assertThat(report.notes()).isEmpty();
        assertThat(report.sites())
                .extracting(SweepSite::toString)
                .containsExactly("CreateChannel by alice", "SendChannelMessage by alice in channel 1");
    }

    @Test
    void theReportIsTextAndJson() throws Exception {
        SweepReport report = sweep(oneFailure, sweep -> {
            ChimeChannel general = channel("general");
            sweep.run(() -> {
                try {
                    post(general, "x");
                } catch (SdkException e) {
                    // Swallowed.
                }
            });
        });

        assertThat(report.toString())
                .startsWith("Sweep of test: the test ran 1 times with a failure, at 1 calls; 1 alarm")
                .containsPattern("ALARM swallowed at SweepTest\\.post\\(SweepTest\\.java:\\d+\\)");
        assertThat(Json.parse(report.toJson()).toString())
                .contains("\"alarms\":1", "\"failure\":\"SendChannelMessage: ForbiddenException 403");
        assertThat(report.approvableLines())
                .containsExactly("alarm swallowed: SendChannelMessage by alice in general, role");
    }

    @Test
    void wrongUseIsAnError() throws Exception {
        SweepSettings settings = SweepSettings.defaults();
        assertThatIllegalArgumentException().isThrownBy(() -> settings.depth(0)).withMessageContaining("1, 2 or 3");
        assertThatIllegalArgumentException().isThrownBy(() -> settings.limit(0)).withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.timeLimit(Duration.ZERO))
                .withMessageContaining("more than zero");
        assertThatIllegalStateException()
                .isThrownBy(() -> sweep(settings, sweep -> {
                    sweep.run(() -> 1);
                    sweep.run(() -> 2);
                }))
                .withMessageContaining("before");
        assertThatIllegalStateException()
                .isThrownBy(() -> sweep(settings, sweep -> {}))
                .withMessageContaining("did not call sweep.run");

        SweepEngine engine = SweepEngine.of("test", settings);
        SweepEngine.Run run = engine.next().orElseThrow();
        assertThatIllegalStateException().isThrownBy(engine::next).withMessageContaining("has not ended");
        assertThat(run.start(chime)).isNotNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> run.start(chime))
                .withMessageContaining("was started before");
    }

    @Test
    void operationsOfIdentityHaveTheCallerAsTheirBearer() throws Exception {
        SweepReport report = sweep(
                SweepSettings.defaults().limit(1),
                sweep -> sweep.run(() -> chime.clients()
                        .identityClient()
                        .createAppInstanceUser(request -> request.appInstanceArn(
                                        chime.appInstance().arn())
                                .appInstanceUserId("dave")
                                .name("Dave"))));

        assertThat(report.sites()).singleElement().asString().isEqualTo("CreateAppInstanceUser by user/test");
        assertThat(report.sites().get(0).operation()).isNotEqualTo(SEND_CHANNEL_MESSAGE);
    }
}
