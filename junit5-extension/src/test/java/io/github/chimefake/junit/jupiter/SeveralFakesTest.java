package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.TestIsolation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Several fakes in one test, chosen by their names. */
class SeveralFakesTest {
    private static final String EU = "arn:aws:chime:eu-central-1:111122223333:app-instance/eu";

    @Test
    void aParameterChoosesAFakeByItsName() {
        Run.of(TwoCase.class).succeeded(5);
    }

    @ChimeMessagingFake(users = "alice")
    @ChimeMessagingFake(name = "eu", appInstance = EU, users = "bob")
    static class TwoCase {
        private final ChimeMessagingServer chime;
        private final ChimeMessagingServer eu;

        TwoCase(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            this.chime = chime;
            this.eu = eu;
        }

        @BeforeAll
        static void fill(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            chime.channel("general").members(chime.user("alice")).create();
            eu.channel("one").members(eu.user("bob")).create();
            eu.channel("two").members(eu.user("bob")).create();
        }

        @RepeatedTest(3)
        void eachStartsFromItsOwnBaseline(
                ChimeSdkMessagingClient client, @FakeName("eu") ChimeSdkMessagingClient euClient) {
            assertThat(chime.journal().calls()).isEmpty();
            assertThat(eu.journal().calls()).isEmpty();
            assertThat(client.listChannels(channels(chime.user("alice"))).channels())
                    .hasSize(1);
            assertThat(euClient.listChannels(channels(eu.user("bob"))).channels())
                    .hasSize(2);
            chime.channel("random").create();
            eu.channel("random").create();
        }

        @Test
        void theConstructorHasTheFakesOfTheTest(
                ChimeMessagingServer here, @InjectChimeFake @FakeName("eu") ChimeMessagingServer there) {
            assertThat(here).isSameAs(chime).isNotSameAs(there);
            assertThat(there).isSameAs(eu);
        }

        @Test
        void otherParametersChooseToo(
                @FakeName("eu") ChimeAppInstance appInstance,
                @FakeName("eu") @ChimeBearer("carol") ChimeUser carol,
                @FakeName("eu") @ChimeMembers({"bob", "carol"}) ChimeChannel club,
                @FakeName("eu") @ChimeEndpoint URI endpoint) {
            assertThat(appInstance.arn()).isEqualTo(EU);
            assertThat(carol.arn()).startsWith(EU);
            assertThat(club.arn()).startsWith(EU);
            assertThat(endpoint).isEqualTo(eu.endpoint()).isNotEqualTo(chime.endpoint());
        }
    }

    @Test
    void theOnlyFakeNeedsNoName() {
        Run.of(OnlyNamedCase.class).succeeded(1);
    }

    @ChimeMessagingFake(name = "eu")
    @DenyCalls(on = LIST_CHANNELS)
    static class OnlyNamedCase {
        @Test
        void isProvided(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            assertThat(chime).isSameAs(eu);
            assertThat(chime.permissions()).isNotNull();
            assertThat(chime.journal().calls()).isEmpty();
        }
    }

    @Test
    void rulesAndFaultsApplyToTheFakeThatTheyName() {
        Run.of(RulesCase.class).succeeded(3);
    }

    @ChimeMessagingFake(users = "alice")
    @ChimeMessagingFake(name = "eu", users = "bob")
    @DenyCalls(fake = "eu", on = SEND_CHANNEL_MESSAGE, by = "bob")
    static class RulesCase {
        @Test
        void onTheClass(
                ChimeMessagingServer chime,
                @ChimeMembers("alice") ChimeChannel general,
                @FakeName("eu") ChimeMessagingServer eu,
                @FakeName("eu") @ChimeMembers("bob") ChimeChannel club) {
            assertThat(send(chime.client(), chime.user("alice"), general)).isEmpty();
            assertThat(send(eu.client(), eu.user("bob"), club)).contains(401);
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, error = FORBIDDEN)
        @InjectFault(fake = "eu", on = LIST_CHANNELS, delayMillis = 1)
        void onTheMethod(
                ChimeMessagingServer chime,
                @ChimeMembers("alice") ChimeChannel general,
                @FakeName("eu") ChimeMessagingServer eu,
                @FakeName("eu") @ChimeMembers("bob") ChimeChannel club) {
            assertThat(send(chime.client(), chime.user("alice"), general)).contains(403);
            assertThat(send(eu.client(), eu.user("bob"), club)).contains(401);
            eu.client().listChannels(channels(eu.user("bob")));
            assertThat(TestIsolation.of(eu).unusedSetup()).isEmpty();
        }

        @Nested
        @FailCalls(fake = "eu", on = SEND_CHANNEL_MESSAGE, error = FORBIDDEN)
        class Inner {
            @Test
            void onANestedClass(
                    @FakeName("eu") ChimeMessagingServer eu, @FakeName("eu") @ChimeMembers("bob") ChimeChannel club) {
                assertThat(send(eu.client(), eu.user("bob"), club)).contains(403);
            }
        }
    }

    @Test
    void aNestedClassOrMethodReplacesTheFakeOfTheSameName() {
        Run.of(OuterCase.class).succeeded(4);
    }

    @ChimeMessagingFake(users = "alice")
    @ChimeMessagingFake(name = "eu", users = "bob")
    static class OuterCase {
        @BeforeAll
        static void fill(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            chime.channel("general").create();
            eu.channel("general").create();
        }

        @Test
        void has(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            assertThat(chime.state().channels()).hasSize(1);
            assertThat(eu.state().channels()).hasSize(1);
        }

        @Test
        @ChimeMessagingFake(name = "eu")
        @ChimeMessagingFake(name = "us", users = "carol")
        void aMethodHasItsOwn(
                ChimeMessagingServer chime,
                @FakeName("eu") ChimeMessagingServer eu,
                @FakeName("us") ChimeMessagingServer us) {
            assertThat(chime.state().channels()).hasSize(1);
            assertThat(eu.state().channels()).isEmpty();
            assertThat(us.user("carol").arn()).startsWith(us.appInstance().arn());
        }

        @Nested
        @ChimeMessagingFake
        class Inner {
            @BeforeAll
            static void fill(@FakeName("eu") ChimeMessagingServer eu) {
                eu.channel("of-inner").create();
            }

            @RepeatedTest(2)
            void hasItsOwn(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
                assertThat(chime.state().channels()).isEmpty();
                assertThat(eu.state().channels()).hasSize(2);
                eu.channel("random").create();
            }
        }
    }

    @Test
    void theNearestOfTheSameNameCounts() {
        Run.of(ComposedCase.class, InheritingCase.class).succeeded(3);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @ChimeMessagingFake(account = "111122223333")
    @ChimeMessagingFake(name = "eu", account = "111122223333")
    @interface TwoRegions {}

    @TwoRegions
    @ChimeMessagingFake(name = "eu", account = "444455556666")
    static class ComposedCase {
        @Test
        void overridesOne(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            assertThat(chime.appInstance().arn()).contains("111122223333");
            assertThat(eu.appInstance().arn()).contains("444455556666");
        }
    }

    @ChimeMessagingFake(name = "us")
    static class InheritingCase extends ComposedCase {
        @Test
        void addsOne(@FakeName("us") ChimeMessagingServer us, @FakeName("eu") ChimeMessagingServer eu) {
            assertThat(eu.appInstance().arn()).contains("444455556666");
            assertThat(us).isNotSameAs(eu);
        }
    }

    @Test
    void aFieldMayHaveAName() {
        Run.of(FieldsCase.class).succeeded(2);
    }

    @ChimeMessagingFake
    @DenyCalls(fake = "eu", on = SEND_CHANNEL_MESSAGE)
    static class FieldsCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension EU =
                ChimeMessagingFakeExtension.builder().name("eu").users("bob").build();

        @RegisterExtension
        static final ChimeMessagingFakeExtension US =
                ChimeMessagingFakeExtension.builder().name("us").users("bob").build();

        @RepeatedTest(2)
        void isChosen(
                ChimeMessagingServer chime,
                @FakeName("eu") ChimeMessagingServer eu,
                @FakeName("eu") @ChimeMembers("bob") ChimeChannel general,
                @FakeName("us") ChimeMessagingServer us) {
            assertThat(Set.of(chime, eu, us)).hasSize(3);
            assertThat(send(eu.client(), eu.user("bob"), general)).contains(401);
            assertThat(us.state().channels()).isEmpty();
        }
    }

    @Test
    void testsAtTheSameTimeHaveTheirOwn() {
        Run run = Run.inParallel(ParallelCase.class).succeeded(8);

        assertThat(run.reported("different")).hasSize(8).containsOnly("true");
    }

    @ChimeMessagingFake(users = "alice")
    @ChimeMessagingFake(name = "eu", users = "alice")
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelCase {
        private final ChimeMessagingServer eu;

        ParallelCase(@FakeName("eu") ChimeMessagingServer eu) {
            this.eu = eu;
        }

        @RepeatedTest(8)
        void hasItsOwn(ChimeMessagingServer chime, TestReporter reporter) {
            for (ChimeMessagingServer each : List.of(chime, eu)) {
                each.client().listChannels(channels(each.user("alice")));
                assertThat(each.journal().calls()).hasSize(1);
            }
            reporter.publishEntry("different", String.valueOf(chime != eu));
        }
    }

    @Test
    void oneInstanceForAllTestsFillsTheBaselineOfEach() {
        Run.of(OneInstanceCase.class).succeeded(2);
    }

    @ChimeMessagingFake
    @ChimeMessagingFake(name = "eu")
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        OneInstanceCase(@FakeName("eu") ChimeMessagingServer eu) {
            eu.channel("general").create();
        }

        @BeforeAll
        void fill(ChimeMessagingServer chime) {
            chime.channel("random").create();
        }

        @RepeatedTest(2)
        void startsFromThem(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            assertThat(chime.state().channels()).hasSize(1);
            assertThat(eu.state().channels()).hasSize(1);
            chime.channel("club").create();
            eu.channel("club").create();
        }
    }

    @Test
    void aFailedTestShowsTheCallsOfEachFakeUnderItsName() {
        Run run = Run.of(FailingCase.class);

        assertThat(run.reports())
                .extracting(name -> name.replaceAll(".*\\$|\\(.*?\\)", ""))
                .containsExactlyInAnyOrder("FailingCase > fails", "FailingCase > factory > fails");
        assertThat(run.standardError())
                .containsPattern("What the fake at http\\S+ was asked:\\R1\\. ListChannels by alice")
                .containsPattern("What the fake \"eu\" at http\\S+ was asked:\\R1\\. ListChannels by bob")
                .contains("of its set-up of the fake \"eu\"");
    }

    @ChimeMessagingFake(users = "alice")
    @ChimeMessagingFake(name = "eu", users = "bob")
    static class FailingCase {
        @Test
        void fails(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            eu.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
            Failing.ask(chime, "alice");
            Failing.ask(eu, "bob");
            throw Failing.onPurpose();
        }

        @TestFactory
        Stream<DynamicTest> factory(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            return Stream.of(DynamicTest.dynamicTest("fails", () -> {
                Failing.ask(eu, "bob");
                throw Failing.onPurpose();
            }));
        }
    }

    @Test
    void unusedSetUpIsJudgedForEachFake() {
        Run run = Run.of(UnusedCase.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "Not used by SeveralFakesTest$UnusedCase > sets(ChimeMessagingServer, ChimeMessagingServer): 1 part of its set-up of the fake"
                                + " \"eu\"",
                        "Remove it or correct it");
        assertThat(run.standardError()).contains("What the fake \"eu\" at");
    }

    @ChimeMessagingFake(unusedSetup = UnusedSetupMode.IGNORE)
    @ChimeMessagingFake(name = "eu", unusedSetup = UnusedSetupMode.FAIL)
    static class UnusedCase {
        @Test
        void sets(ChimeMessagingServer chime, @FakeName("eu") ChimeMessagingServer eu) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
            eu.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        }
    }

    @Test
    void theSetUpOfAClassIsJudgedForEachFake() {
        Run run = Run.of(UnusedOfClassCase.class);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("Not used by SeveralFakesTest$UnusedOfClassCase: 1 part of its set-up of the fake \"eu\"");
    }

    @ChimeMessagingFake(users = "alice", unusedSetup = UnusedSetupMode.FAIL)
    @ChimeMessagingFake(name = "eu", unusedSetup = UnusedSetupMode.FAIL)
    @DenyCalls(on = LIST_CHANNELS)
    @DenyCalls(fake = "eu", on = LIST_CHANNELS)
    static class UnusedOfClassCase {
        @Test
        void usesOne(ChimeMessagingServer chime) {
            Failing.callInVain(chime);
        }
    }

    @Test
    void eachHasItsOwnReset() {
        Run.of(StoryCase.class).succeeded(2);
    }

    @ChimeMessagingFake
    @ChimeMessagingFake(name = "story", reset = FakeReset.EACH_CLASS)
    static class StoryCase {
        @BeforeEach
        void add(ChimeMessagingServer chime, @FakeName("story") ChimeMessagingServer story) {
            chime.channel("general").create();
            story.channel("general").id(UUID.randomUUID().toString()).create();
        }

        @RepeatedTest(2)
        void continuesInOne(
                ChimeMessagingServer chime, @FakeName("story") ChimeMessagingServer story, RepetitionInfo repetition) {
            assertThat(chime.state().channels()).hasSize(1);
            assertThat(story.state().channels()).hasSize(repetition.getCurrentRepetition());
        }
    }

    @Test
    void mistakesAreExplained() {
        Map<Class<?>, List<String>> expected = Map.of(
                TwiceCase.class,
                List.of("@ChimeMessagingFake is on", "TwiceCase twice with name = \"eu\"", "another name"),
                TwiceWithoutNameCase.class,
                List.of("TwiceWithoutNameCase twice without a name", "for example name = \"eu\""),
                BlankCase.class,
                List.of("BlankCase has a blank name"),
                UnknownRuleCase.class,
                List.of(
                        "@DenyCalls on class",
                        "names the fake \"asia\"",
                        "the fakes here are \"eu\", \"us\" and one without a name",
                        "@ChimeMessagingFake(name = \"asia\")"),
                UnchosenRuleCase.class,
                List.of("@FailCalls on ", "names no fake", "\"eu\", \"us\"", "for example fake = \"eu\""),
                UnknownParameterCase.class,
                List.of("names the fake \"asia\"", "UnknownParameterCase.test(", "\"eu\", \"us\""),
                UnchosenParameterCase.class,
                List.of("names no fake", "\"eu\", \"us\"", "for example @FakeName(\"eu\")"),
                NamedInstanceFieldCase.class,
                List.of("chime in class", "with the name \"eu\" is an instance field", "Make the field static"),
                FieldOfSameNameCase.class,
                List.of("more than one fake with the name \"eu\"", "builder().name(\"eu\")"),
                NoNamesCase.class,
                List.of("names the fake \"eu\"", "only one fake here, which has no name"));
        Set<Class<?>> seen = new HashSet<>();
        expected.forEach((testClass, parts) -> {
            Run run = Run.of(testClass);

            assertThat(run.failures())
                    .as(testClass.getSimpleName())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains(parts);
            assertThat(run.reported("ran")).isEmpty();
            seen.add(testClass);
        });
        assertThat(seen).hasSize(10);
    }

    static class Running {
        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "yes");
        }
    }

    @ChimeMessagingFake(name = "eu")
    @ChimeMessagingFake(name = "eu", region = "eu-central-1")
    static class TwiceCase extends Running {}

    @ChimeMessagingFake
    @ChimeMessagingFake
    static class TwiceWithoutNameCase extends Running {}

    @ChimeMessagingFake(name = " ")
    static class BlankCase extends Running {}

    @ChimeMessagingFake
    @ChimeMessagingFake(name = "eu")
    @ChimeMessagingFake(name = "us")
    @DenyCalls(fake = "asia", on = LIST_CHANNELS)
    static class UnknownRuleCase extends Running {}

    @ChimeMessagingFake(name = "eu")
    @ChimeMessagingFake(name = "us")
    static class UnchosenRuleCase {
        @Test
        @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN)
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "yes");
        }
    }

    @ChimeMessagingFake(name = "eu")
    @ChimeMessagingFake(name = "us")
    static class UnknownParameterCase {
        @Test
        void test(@FakeName("asia") ChimeMessagingServer chime) {}
    }

    @ChimeMessagingFake(name = "eu")
    @ChimeMessagingFake(name = "us")
    static class UnchosenParameterCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    static class NamedInstanceFieldCase extends Running {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().name("eu").build();
    }

    @ChimeMessagingFake(name = "eu")
    static class FieldOfSameNameCase extends Running {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().name("eu").build();
    }

    @ChimeMessagingFake
    static class NoNamesCase {
        @Test
        void test(@FakeName("eu") ChimeMessagingServer chime) {}
    }
}
