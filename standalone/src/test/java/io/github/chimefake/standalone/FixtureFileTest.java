package io.github.chimefake.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeMessagingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** Everything that a file can set up, and where its errors are. */
class FixtureFileTest {
    @TempDir
    private Path directory;

    @Test
    void aFileSetsUpEverythingAndAResetKeepsIt() throws IOException {
        FixtureFile file = file("all.yaml", example(1));
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            file.addTo(chime);
            chime.snapshots().markBaseline();
            String before = chime.state().settings().toString();

            chime.reset();

            assertThat(chime.state().settings()).hasToString(before);
            assertThat(chime.clock().instant()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
            assertThatExceptionOfType(ChimeSdkMessagingException.class)
                    .isThrownBy(() -> chime.client()
                            .sendChannelMessage(request -> request.channelArn(
                                            chime.appInstance().arn() + "/channel/general")
                                    .content("hello")
                                    .type("STANDARD")
                                    .persistence("PERSISTENT")
                                    .chimeBearer(chime.user("bob").arn())))
                    .matches(e -> e.statusCode() == 401);
            assertThatExceptionOfType(ChimeSdkMessagingException.class)
                    .isThrownBy(() -> chime.client()
                            .listChannels(request -> request.appInstanceArn(
                                            chime.appInstance().arn())
                                    .chimeBearer(chime.user("alice").arn())))
                    .matches(e -> e.statusCode() == 403);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "users:~  - id: alice~  - id: '-' | line 3, $.users[1].id: ",
                "users:~  - name: Alice | line 2, $.users[0].id: it is missing",
                "users:~  - id: alice~chanels: [] | line 3, $.chanels: it is not known",
                "channels:~  - name: a~    members: [nobody] | line 3, $.channels[0].members[0]: ",
                "faults:~  - effect: {type: lostResponse}~  - {effect: {type: nothing}} | line 3, $.faults[1].effect.type: ",
                "permissions:~  - decision: DENY~    by: {user: nobody} | line 3, $.permissions[0].by",
                "quotas:~  - {quota: APP_INSTANCES_PER_ACCOUNT} | line 2, $.quotas[0].limit: it is missing",
                "a:~  b: .nan | line 2, $.a.b: JSON has no value like NaN",
                "users:~  - id: a~  - id: b~users: [] | line 4",
                "users: [{id: a}~channels: [] | line 2",
                "[] | line 1, $: "
            })
    void anErrorNamesLineAndField(String yaml, String text) throws IOException {
        FixtureFile file = file("wrong.yml", yaml.replace('~', '\n'));
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> file.addTo(chime))
                    .withMessageStartingWith("--fixtures ")
                    .withMessageContaining(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{~  \"users\": [~    {\"id\": \"-\"}]} | line 3, $.users[0].id: ",
                "{~  \"users\": [~} | line 3",
                "{\"faults\": [~{\"on\": [\"NoSuchOperation\"]}]} | line 2, $.faults[0].on[0]: "
            })
    void anErrorInJsonNamesLineAndFieldAsWell(String json, String text) throws IOException {
        FixtureFile file = file("wrong.json", json.replace('~', '\n'));
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> file.addTo(chime))
                    .withMessageContaining(text);
        }
    }

    @Test
    void aJsonFileMayNameItsSchema() throws IOException {
        FixtureFile file =
                file("team.json", "{\"$schema\": \"fixtures.schema.json\", \"users\": [{\"id\": \"carol\"}]}");
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            file.addTo(chime);

            assertThat(chime.state().toJson()).contains("/user/carol");
        }
    }

    @Test
    void theShortExampleOfThePageIsValid() throws IOException {
        FixtureFile file = file("team.yaml", example(0));
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            file.addTo(chime);

            assertThat(chime.state().toJson()).contains("/user/dave", "/channel/general");
        }
    }

    /** Returns an example of YAML from the page. */
    private static String example(int index) throws IOException {
        return Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/standalone.md")))
                .results()
                .skip(index)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private FixtureFile file(String name, String text) throws IOException {
        return new FixtureFile(Files.writeString(directory.resolve(name), text));
    }
}
