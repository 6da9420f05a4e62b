package io.github.chimefake.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration parameters, which apply to all fakes of a run that declare nothing else. */
class RunSettingsTest {
    private static final Map<String, String> PROJECT = Map.of(
            "chime.fake.region", "eu-central-1",
            "chime.fake.account", "444455556666",
            "chime.fake.clock", "2026-01-31T12:00:00Z");

    @Test
    void applyToAnnotationsAndFieldsThatDeclareNothing() {
        Run run = Run.with(PROJECT, PlainCase.class, PlainFieldCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("arn"))
                .hasSize(2)
                .allMatch(arn -> arn.startsWith("arn:aws:chime:eu-central-1:444455556666:"));
        assertThat(run.reported("now")).containsOnly("2026-01-31T12:00:00Z");
    }

    @Test
    void giveWayToAnnotationsAndFields() {
        Run run = Run.with(PROJECT, OwnCase.class, OwnFieldCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("arn"))
                .hasSize(2)
                .allMatch(arn -> arn.startsWith("arn:aws:chime:us-west-2:111122223333:"));
        assertThat(run.reported("now")).containsOnly("2025-01-01T00:00:00Z");
    }

    @Test
    void giveWayToTheRegionAndAccountOfAnAppInstance() {
        Run run = Run.with(PROJECT, AppInstanceCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("arn")).containsExactly("arn:aws:chime:us-east-1:777788889999:app-instance/chat");
    }

    @Test
    void aSeedChangesGeneratedIdsUnlessThereIsAnother() {
        List<String> plain = Run.of(PlainCase.class).reported("arn");
        List<String> seeded = Run.with(Map.of("chime.fake.seed", " 7 "), PlainCase.class, SeedCase.class)
                .reported("arn");

        assertThat(seeded).hasSize(2).doesNotHaveDuplicates().doesNotContainAnyElementsOf(plain);
    }

    @Test
    void aResetAppliesUnlessThereIsAnother() {
        Run run = Run.with(Map.of("chime.fake.reset", "each_class"), StoryCase.class, ResetCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("story")).containsExactly("0", "1");
        assertThat(run.reported("each")).containsExactly("0", "0");
    }

    @Test
    void journalsHaveTheSizeAndTheTextsOfTheRun() {
        Run run = Run.with(
                Map.of("chime.fake.journalCapacity", "1", "chime.fake.printTexts", "FALSE"), JournalCase.class);

        assertThat(run.reported("calls")).containsExactly("1");
        assertThat(run.standardError()).contains("CreateChannel").doesNotContain("confidential");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    chime.fake.region          | Europe     | region
                    chime.fake.account         | 42         | 12 digits
                    chime.fake.seed            | many       | a whole number
                    chime.fake.clock           | yesterday  | an instant in ISO 8601, for example 2026-01-31T12:00:00Z
                    chime.fake.reset           | never      | one of [EACH_TEST, EACH_CLASS]
                    chime.fake.reset           | DEFAULT    | one of [EACH_TEST, EACH_CLASS]
                    chime.fake.journalCapacity | 0          | a whole number of at least 1
                    chime.fake.printTexts      | no         | true or false
                    """)
    void aWrongValueIsExplained(String parameter, String value, String valid) {
        Run run = Run.with(Map.of(parameter, value), PlainCase.class);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("The configuration parameter " + parameter + " is \"" + value + "\"", valid);
    }

    @Test
    void thePageListsAllParameters() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "junit-extension.md"));

        assertThat(Pattern.compile("(?m)^\\| `(chime\\.fake\\.[^`]+)` \\|")
                        .matcher(page)
                        .results()
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Stream.of(RunParameter.values()).map(RunParameter::key).toList());
    }

    private static void report(ChimeMessagingServer chime, TestReporter reporter) {
        reporter.publishEntry("arn", chime.appInstance().arn());
        reporter.publishEntry("now", chime.clock().instant().toString());
    }

    @ChimeMessagingFake
    static class PlainCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    static class PlainFieldCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME =
                ChimeMessagingFakeExtension.builder().build();

        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    @ChimeMessagingFake(region = "us-west-2", account = "111122223333", clock = "2025-01-01T00:00:00Z")
    static class OwnCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    static class OwnFieldCase {
        @RegisterExtension
        static final ChimeMessagingFakeExtension CHIME = ChimeMessagingFakeExtension.builder()
                .region("us-west-2")
                .account("111122223333")
                .clock(Clock.fixed(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC))
                .build();

        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    @ChimeMessagingFake(appInstance = "arn:aws:chime:us-east-1:777788889999:app-instance/chat")
    static class AppInstanceCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    @ChimeMessagingFake(seed = 8)
    static class SeedCase {
        @Test
        void test(ChimeMessagingServer chime, TestReporter reporter) {
            report(chime, reporter);
        }
    }

    @ChimeMessagingFake
    static class StoryCase {
        @RepeatedTest(2)
        void adds(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry(
                    "story", String.valueOf(chime.state().channels().size()));
            chime.channel("general-" + chime.state().channels().size()).create();
        }
    }

    @ChimeMessagingFake(reset = FakeReset.EACH_TEST)
    static class ResetCase {
        @RepeatedTest(2)
        void adds(ChimeMessagingServer chime, TestReporter reporter) {
            reporter.publishEntry(
                    "each", String.valueOf(chime.state().channels().size()));
            chime.channel("general").create();
        }
    }

    @ChimeMessagingFake(users = "alice")
    static class JournalCase {
        @Test
        void fails(ChimeMessagingServer chime, TestReporter reporter) {
            Failing.ask(chime, "alice");
            chime.client()
                    .createChannel(request -> request.appInstanceArn(
                                    chime.appInstance().arn())
                            .name("confidential")
                            .clientRequestToken("token")
                            .chimeBearer(chime.user("alice").arn()));
            reporter.publishEntry(
                    "calls", String.valueOf(chime.journal().calls().size()));
            throw Failing.onPurpose();
        }
    }
}
