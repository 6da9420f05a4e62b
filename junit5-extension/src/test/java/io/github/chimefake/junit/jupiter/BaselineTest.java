package io.github.chimefake.junit.jupiter;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class BaselineTest {
    @Test
    void everyTestStartsFromWhatBeforeAllPutIn() {
        Run.of(BeforeAllCase.class).succeeded(3);
    }

    @Test
    void everyTestStartsFromWhatTheConstructorOfTheOnlyInstancePutIn() {
        Run.of(OneInstanceCase.class).succeeded(3);
    }

    @Test
    void whatTheConstructorOfATestPutsInIsGoneInTheNext() {
        Run.of(ConstructorCase.class).succeeded(3);
    }

    @Test
    void noTestSeesStateRulesFaultsStubsOrCallsOfAnother() {
        Run run = Run.of(IsolationCase.class).succeeded(4);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void aNestedClassAddsToTheBaselineForItsOwnTestsOnly() {
        Run run = Run.of(OuterCase.class).succeeded(6);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void aNestedClassWithOneInstanceDoesSo() {
        Run run = Run.of(OuterOfOneInstanceCase.class).succeeded(4);

        assertThat(Set.copyOf(run.reported("endpoint"))).hasSize(1);
    }

    @Test
    void aNestedClassMayReachTheFakeThroughAFieldOfTheOuterOne() {
        Run.of(StaticFieldCase.class).succeeded(3);
    }

    @Test
    void aNestedClassWithoutBeginningOfItsOwnStartsFromTheOuterBaseline() {
        Run.of(PlainNestedCase.class).succeeded(2);
    }

    @ChimeMessagingFake(users = "alice")
    static class BeforeAllCase {
        private static ChimeChannel general;
        private static ChimeSdkMessagingClient sharedClient;

        @BeforeAll
        static void fill(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            general = chime.channel("general").members(chime.user("alice")).create();
            sharedClient = client;
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
            chime.permissions().by(chime.user("alice")).on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);
        }

        @RepeatedTest(3)
        void startsWithChannelAndRule(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            ChimeUser alice = chime.user("alice");

            assertThat(chime.journal().calls()).isEmpty();
            assertThat(client.listChannels(channels(alice)).channels()).hasSize(1);
            assertThat(send(sharedClient, alice, general)).contains(403);
            chime.permissions().clear();
            assertThat(send(sharedClient, alice, general)).isEmpty();
            chime.channel("random").create();
        }
    }

    @ChimeMessagingFake
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        private final ChimeSdkMessagingClient sharedClient;
        private final ChimeChannel general;

        OneInstanceCase(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            general = chime.channel("general").members(chime.user("alice")).create();
            sharedClient = client;
        }

        @BeforeAll
        void deny(ChimeMessagingServer chime) {
            chime.permissions().by(chime.user("alice")).on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);
        }

        @RepeatedTest(3)
        void startsWithChannelAndRule(ChimeMessagingServer chime) {
            assertThat(chime.journal().calls()).isEmpty();
            assertThat(send(sharedClient, chime.user("alice"), general)).contains(403);
            chime.permissions().clear();
            assertThat(send(sharedClient, chime.user("alice"), general)).isEmpty();
        }
    }

    @ChimeMessagingFake
    static class ConstructorCase {
        private final ChimeSdkMessagingClient client;
        private final ChimeChannel general;

        ConstructorCase(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            this.client = client;
            general = chime.channel("general")
                    .id("is-taken-once-only")
                    .members(chime.user("alice"))
                    .create();
            chime.permissions().by(chime.user("alice")).on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);
        }

        @RepeatedTest(3)
        void startsWithChannelAndRule(ChimeMessagingServer chime) {
            assertThat(send(client, chime.user("alice"), general)).contains(403);
            chime.permissions().clear();
            assertThat(send(client, chime.user("alice"), general)).isEmpty();
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class IsolationCase {
        @RepeatedTest(4)
        void leavesNothingBehind(ChimeMessagingServer chime, ChimeSdkMessagingClient client, TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            ChimeUser alice = chime.user("alice");
            assertThat(chime.journal().calls()).isEmpty();
            assertThat(client.listChannels(channels(alice)).channels()).isEmpty();
            assertThat(chime.appInstance().unregistered("bob").id()).isEqualTo("bob");

            ChimeChannel general =
                    chime.channel("general").members(alice, chime.user("bob")).create();
            chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
            chime.faults().on(LIST_CHANNELS).calls(2).fail(FORBIDDEN);
            assertThat(send(client, alice, general)).contains(401);
            chime.unwrap(WireMockServer.class).stubFor(any(anyUrl()).willReturn(serviceUnavailable()));
            assertThat(send(client, alice, general)).contains(503);
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class OuterCase {
        @BeforeAll
        static void fill(ChimeMessagingServer chime) {
            chime.channel("of-outer").members(chime.user("alice")).create();
        }

        @BeforeEach
        void report(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
        }

        @RepeatedTest(2)
        void seesTheChannelOfOuter(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                    .hasSize(1);
            chime.channel("random").create();
        }

        @Nested
        class Inner {
            private static ChimeSdkMessagingClient sharedClient;

            @BeforeAll
            static void fill(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                chime.channel("of-inner").members(chime.user("alice")).create();
                sharedClient = client;
            }

            @RepeatedTest(2)
            void seesTheChannelsOfBoth(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                        .hasSize(2);
                assertThat(sharedClient
                                .listChannels(channels(chime.user("alice")))
                                .channels())
                        .hasSize(2);
                chime.channel("random").create();
            }
        }

        @Nested
        class Sibling {
            @RepeatedTest(2)
            void seesTheChannelOfOuter(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                        .hasSize(1);
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class OuterOfOneInstanceCase {
        OuterOfOneInstanceCase(ChimeMessagingServer chime, TestReporter reporter) {
            chime.channel("of-outer").members(chime.user("alice")).create();
            reporter.publishEntry("endpoint", chime.endpoint().toString());
        }

        @RepeatedTest(2)
        void seesTheChannelOfOuter(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                    .hasSize(1);
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {
            private final ChimeSdkMessagingClient sharedClient;

            Inner(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                chime.channel("of-inner").members(chime.user("alice")).create();
                sharedClient = client;
            }

            @BeforeAll
            void fill(ChimeMessagingServer chime) {
                chime.channel("of-before-all").members(chime.user("alice")).create();
            }

            @RepeatedTest(2)
            void seesTheChannelsOfBoth(ChimeMessagingServer chime, TestReporter reporter) {
                reporter.publishEntry("endpoint", chime.endpoint().toString());
                assertThat(sharedClient
                                .listChannels(channels(chime.user("alice")))
                                .channels())
                        .hasSize(3);
                chime.channel("random").create();
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class PlainNestedCase {
        private static ChimeMessagingServer shared;

        @BeforeAll
        static void fill(ChimeMessagingServer chime) {
            shared = chime;
            chime.channel("of-outer").members(chime.user("alice")).create();
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void seesTheChannelOfOuter(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
                assertThat(chime).isSameAs(shared);
                assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                        .hasSize(1);
                chime.channel("random").create();
            }
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class StaticFieldCase {
        private static ChimeMessagingServer shared;

        @BeforeAll
        static void share(ChimeMessagingServer chime) {
            shared = chime;
        }

        @Test
        void leavesAChannel() {
            shared.channel("random").create();
        }

        @Nested
        class Inner {
            @BeforeAll
            static void fill() {
                shared.channel("of-inner").members(shared.user("alice")).create();
            }

            @RepeatedTest(2)
            void seesTheChannelOfInner(ChimeSdkMessagingClient client) {
                assertThat(client.listChannels(channels(shared.user("alice"))).channels())
                        .hasSize(1);
                shared.channel("random").create();
            }
        }
    }
}
