package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that choose no fake, and settings that the fake of one test cannot have. */
class FakeChoiceTest {
    @Test
    void mistakesAreExplained() {
        Map<Class<?>, List<String>> expected = Map.of(
                UnknownNameCase.class,
                List.of("names the fake \"asia\", but the fakes here are \"eu\" and one without a name"),
                UnknownNameInClassCase.class,
                List.of("names the fake \"asia\"", "@ChimeMessagingFake(name = \"asia\") on the class"),
                NamedInstanceFieldCase.class,
                List.of("Only a static field can have a name: make an instance field static for that"),
                StoryOfMethodCase.class,
                List.of("@ChimeMessagingFake on void", "reset = EACH_CLASS", "one method", "annotate the class"),
                StoryOfInstanceFieldCase.class,
                List.of("StoryOfInstanceFieldCase", "reset = EACH_CLASS", "make the field static"));
        expected.forEach((testClass, parts) -> {
            Run run = Run.of(testClass);

            assertThat(run.failures())
                    .as(testClass.getSimpleName())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .contains(parts)
                    .doesNotContain("competing")
                    .doesNotContain("on the class or method, or");
        });
    }

    @ChimeMessagingFake
    static class UnknownNameCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension EU =
                ChimeMessagingFakeExtension.builder().name("eu").build();

        @Test
        void test(@FakeName("asia") ChimeMessagingServer asia) {}
    }

    @ChimeMessagingFake
    static class UnknownNameInClassCase {
        @FakeName("asia")
        static ChimeMessagingServer asia;

        @Test
        void test() {}
    }

    @ChimeMessagingFake
    static class NamedInstanceFieldCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension eu =
                ChimeMessagingFakeExtension.builder().name("eu").build();

        @Test
        void test() {}
    }

    static class StoryOfMethodCase {
        @Test
        @ChimeMessagingFake(reset = FakeReset.EACH_CLASS)
        void test() {}
    }

    static class StoryOfInstanceFieldCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension fake = ChimeMessagingFakeExtension.builder()
                .reset(FakeReset.EACH_CLASS)
                .build();

        @Test
        void test() {}
    }

    @Test
    void storiesOfTheRunConcernNoFakeOfOneTest() {
        Run run = Run.with(
                Map.of("chime.fake.reset", "EACH_CLASS", "chime.fake.unusedSetup", "FAIL"),
                OfMethodCase.class,
                OfInstanceFieldCase.class);

        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("SendChannelMessage"));
    }

    static class OfMethodCase {
        @Test
        @ChimeMessagingFake
        void test(ChimeMessagingServer chime) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        }
    }

    static class OfInstanceFieldCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension fake =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime) {
            chime.faults().on(SEND_CHANNEL_MESSAGE).fail(FORBIDDEN);
        }
    }
}
