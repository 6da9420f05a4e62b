package io.github.chimefake;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.SweptChat.ROLE_ONLY;
import static io.github.chimefake.SweptChat.names;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.sweep.Sweep;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import io.github.chimefake.sweep.SweepSite;
import io.github.chimefake.testing.Fakes;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsResponse;

/** What belongs to a run, and how runs are told apart. */
@Tag("slow")
class SweepRunsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(Fakes.builder().users("alice", "bob"));
    private final SweptChat chat = new SweptChat(chime);
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");

    private static Set<SweepOracle> oracles(SweepReport report) {
        return report.alarms().stream()
                .flatMap(verdict -> verdict.alarms().keySet().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void aFailureThatLastsHitsLaterCallsOfTheSameBearerOnly() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        chat.sweep(
                SweepSettings.defaults()
                        .failures(failure -> failure.name()
                                .contains("later calls: UnauthorizedClientException 401, the bearer is not"))
                        .limit(1),
                sweep -> {
                    ChimeChannel general = chat.general();
                    sweep.run(() -> {
                        for (String text : List.of("one", "two")) {
                            for (ChimeUser user : List.of(alice, bob)) {
                                try {
                                    chat.post(user, general, text + " by " + user.name());
                                } catch (SdkException denied) {
                                    // The next one.
                                }
                            }
                        }
                    });
                    chime.channel("fixture").members(alice).create();
                    stored.add(chat.texts(general));
                });

        assertThat(stored.get(2)).containsExactlyInAnyOrder("one by bob", "two by bob");
    }

    @Test
    void aDenialOfTheCallerThatLastsHitsAllBearers() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        chat.sweep(
                SweepSettings.defaults()
                        .failures(failure ->
                                failure.name().contains("later calls: AccessDeniedException 403, no IAM policy allows"))
                        .limit(1),
                sweep -> {
                    ChimeChannel general = chat.general();
                    ChimeSdkMessagingClient other =
                            chime.clients().signedBy(chime.caller("user/other")).client();
                    sweep.run(() -> {
                        try {
                            chat.post(alice, general, "one");
                        } catch (SdkException denied) {
                            // The next one.
                        }
                        try {
                            chat.post(bob, general, "two");
                        } catch (SdkException denied) {
                            // The next one.
                        }
                        other.sendChannelMessage(send(alice, general, "three"));
                    });
                    stored.add(chat.texts(general));
                });

        assertThat(stored.get(2)).containsExactly("three");
    }

    @Test
    void parallelCallsToOneChannelAreToldApartByTheirContent() throws Exception {
        List<String> contents = List.of("a", "b", "c", "d", "e", "f");
        List<Map<String, String>> sweeps = new ArrayList<>();
        for (int repetition = 0; repetition < 3; repetition++) {
            Map<String, String> missing = new TreeMap<>();
            SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
                ChimeChannel general = chat.general();
                sweep.run(() -> {
                    List<CompletableFuture<?>> all = new ArrayList<>();
                    contents.forEach(
                            text -> all.add(chime.asyncClient().sendChannelMessage(send(alice, general, text))));
                    CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                            .join();
                });
                sweep.verifyAfter(failure -> {
                    Set<String> without = new HashSet<>(contents);
                    without.removeAll(chat.texts(general));
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

        SweepReport report = chat.sweep(ROLE_ONLY.depth(1), sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> {
                for (int call = 0; call < 2; call++) {
                    chat.post(alice, general, "text " + number.incrementAndGet());
                }
            });
            stored.add(chat.texts(general).size());
        });

        assertThat(report.sites()).hasSize(2);
        assertThat(stored.subList(stored.size() - 2, stored.size())).containsExactly(0, 1);
    }

    @Test
    void callsOfActorsAreNoSites() throws Exception {
        List<List<String>> stored = new ArrayList<>();

        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> {
                chime.actor(bob).send(general, "by an actor");
                chime.actor(bob).withFaults().send(general, "by an actor with faults");
                chat.post(alice, general, "hello");
            });
            stored.add(chat.texts(general));
        });

        assertThat(report.sites())
                .extracting(SweepSite::toString)
                .containsExactly("SendChannelMessage by alice in general");
        assertThat(stored.get(2)).containsExactly("by an actor", "by an actor with faults");
    }

    @Test
    void callsOfOtherClientsAreSweptAndNoted() throws Exception {
        List<Integer> statuses = new ArrayList<>();

        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
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
            ChimeChannel general = chat.general();
            sweep.run(() -> chat.post(alice, general, "hello"));
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> chat.sweep(ROLE_ONLY.onlyRun("SendChannelMessage by alice in general: rule"), posts))
                .withMessageStartingWith("There is no run \"SendChannelMessage by alice in general: rule\"")
                .withMessageContaining("closest names are \"SendChannelMessage by alice in general: role\"");
        assertThatIllegalStateException()
                .isThrownBy(() -> chat.sweep(ROLE_ONLY, sweep -> sweep.run(() -> 1)))
                .withMessageContaining("made no call to the fake");

        SweepEngine engine = SweepEngine.of("test", ROLE_ONLY);
        assertThat(engine.sweep(chime, posts).verdicts()).hasSize(1);
        assertThat(engine.whyNothingWasSwept()).isEmpty();
    }

    @Test
    void onlyOutputOfTheRunIsRead() throws Exception {
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try {
            elsewhere.submit(() -> {}).get(); // Its thread is there before the sweep.
            SweepEngine.SweptTest prints = sweep -> {
                ChimeChannel general = chat.general();
                sweep.run(() -> {
                    try {
                        return chat.post(alice, general, "a long secret text");
                    } catch (ForbiddenException denied) {
                        elsewhere
                                .submit(() -> System.out.println("a long secret text"))
                                .get();
                        throw denied;
                    }
                });
            };
            assertThat(oracles(chat.sweep(ROLE_ONLY, prints))).isEmpty();
        } finally {
            elsewhere.shutdown();
        }
        assertThat(oracles(chat.sweep(ROLE_ONLY, sweep -> {
                    ChimeChannel general = chat.general();
                    sweep.run(() -> {
                        try {
                            return chat.post(alice, general, "a long secret text");
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
        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            Sweep.SweptOutcome<List<ChannelMessageSummary>> read = sweep.run(() -> {
                chat.post(alice, general, "hello");
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
        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> {
                chat.post(alice, general, "hello");
                return List.of(new Object());
            });
        });

        assertThat(report.notes())
                .containsExactly("values without their own toString(), compared only by type: Object");
    }

    @Test
    void pairsAreTwoFailuresAtTwoCallsOfTheCode() throws Exception {
        SweepEngine.SweptTest test = sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> {
                for (ChimeUser user : List.of(alice, bob)) {
                    try {
                        chat.post(user, general, "hello");
                    } catch (ForbiddenException denied) {
                        // The next one.
                    }
                }
                chime.client().describeChannel(describe(alice, general));
            });
        };
        SweepSettings once = ROLE_ONLY.bestEffort(SEND_CHANNEL_MESSAGE);

        assertThat(chat.sweep(once, test).verdicts()).hasSize(3);
        assertThat(chat.sweep(once.pairs(true), test).verdicts())
                .extracting(verdict -> verdict.toString().replaceFirst("(?s): (threw|passed).*", ""))
                .contains(
                        "SendChannelMessage by alice in general: role, then SendChannelMessage by bob in general: role",
                        "SendChannelMessage by bob in general: role, then DescribeChannel by alice in general: role")
                .hasSize(6);
    }

    @Test
    void aTeamHasFailuresOfItsOwn() throws Exception {
        List<Integer> counts = new ArrayList<>();

        SweepReport report = chat.sweep(
                ROLE_ONLY.ownFailure(
                        "empty page",
                        call -> {
                            chime.channel("made by the effect").members(alice).create();
                            return FaultResponse.of(ListChannelsResponse.builder()
                                    .channels(List.of())
                                    .build());
                        },
                        LIST_CHANNELS),
                sweep -> {
                    chat.general();
                    sweep.run(() -> counts.add(chime.client()
                            .listChannels(
                                    listChannels(alice, chime.appInstance().arn()))
                            .channels()
                            .size()));
                });

        assertThat(names(report)).contains("ListChannels by alice: empty page");
        assertThat(counts.get(counts.size() - 1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROLE_ONLY.ownFailure(" ", call -> call.proceed(), LIST_CHANNELS))
                .withMessageContaining("expected a name");
    }

    @Test
    void theNumberOfRunsGrowsWithTheCalls() throws Exception {
        List<Integer> runs = new ArrayList<>();
        for (int calls = 1; calls <= 3; calls++) {
            int number = calls;
            SweepReport report = chat.sweep(SweepSettings.defaults(), sweep -> {
                ChimeChannel general = chat.general();
                sweep.run(() -> {
                    for (int call = 1; call <= number; call++) {
                        chat.post(alice, general, "text " + call);
                    }
                });
            });
            runs.add(report.verdicts().size() + report.skippedAsEquivalent());
        }

        assertThat(runs).containsExactly(7, 14, 21);
    }

    @Test
    void theLinesOfASiteAreThoseOfTheCode() throws Exception {
        SweepReport report = chat.sweep(ROLE_ONLY, sweep -> {
            ChimeChannel general = chat.general();
            sweep.run(() -> chime.client().sendChannelMessage(send(alice, general, "hello")));
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
