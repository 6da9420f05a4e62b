package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Chat.channels;
import static io.github.chimefake.junit.jupiter.Chat.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What the extension writes at the end of a run. */
class LeastPrivilegeFilesTest {
    private static final String FILE = "chime.fake.leastPrivilege.file";
    private static final String SCOPE = "chime.fake.leastPrivilege.scope";

    private static final String INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    private static final String FILE_OF_CLASS = "target/least-privilege-of-class.json";
    private static final String FILE_OF_METHOD = "target/least-privilege-of-method.json";

    @TempDir
    private Path directory;

    @AfterEach
    void delete() throws IOException {
        Files.deleteIfExists(Path.of(FILE_OF_CLASS));
        Files.deleteIfExists(Path.of(FILE_OF_METHOD));
    }

    private Run run(Map<String, String> parameters, Class<?>... classes) {
        return Run.with(parameters, classes);
    }

    private static List<String> actionsIn(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("\"chime:"))
                .map(line -> line.replaceAll("[\",]", ""))
                .toList();
    }

    @Test
    void thePolicyOfTheRunAddsUpAllTestsOfAllClasses() throws IOException {
        Path file = directory.resolve("policies/chime.json");

        run(Map.of(FILE, file.toString()), SendingCase.class, ListingCase.class).succeeded(3);

        assertThat(actionsIn(file))
                .containsExactlyInAnyOrder("chime:DescribeChannel", "chime:ListChannels", "chime:SendChannelMessage");
        assertThat(file)
                .content()
                .contains(INSTANCE + "/channel/*", INSTANCE + "/user/*")
                .endsWith("}\n");
    }

    @Test
    void thePolicyOfAClassOrMethodHoldsItsTestsOnly() throws IOException {
        run(Map.of(), FilesCase.class, SendingCase.class).succeeded(4);

        assertThat(actionsIn(Path.of(FILE_OF_CLASS))).containsExactly("chime:ListChannels");
        assertThat(actionsIn(Path.of(FILE_OF_METHOD))).containsExactly("chime:SendChannelMessage");
    }

    @Test
    void howFarArnsAreGeneralizedIsAParameter() {
        Path file = directory.resolve("chime.json");

        run(Map.of(FILE, file.toString(), SCOPE, "exact"), SendingCase.class).succeeded(2);

        assertThat(file).content().contains(INSTANCE + "/user/alice\"").doesNotContain("/user/*");
    }

    @Test
    void testsThatRunAtTheSameTimeAddUp() throws IOException {
        Path file = directory.resolve("chime.json");

        run(
                        Map.of(
                                FILE,
                                file.toString(),
                                "junit.jupiter.execution.parallel.enabled",
                                "true",
                                "junit.jupiter.execution.parallel.mode.default",
                                "concurrent"),
                        SendingCase.class,
                        ListingCase.class)
                .succeeded(3);

        assertThat(actionsIn(file)).hasSize(3);
    }

    @Test
    void aServerThatTheTestStoppedIsCounted() throws IOException {
        Path file = directory.resolve("chime.json");

        run(Map.of(FILE, file.toString()), StoppingCase.class).succeeded(2);

        assertThat(actionsIn(file)).containsExactly("chime:ListChannels");
    }

    @Test
    void aRunWithoutCallsWritesNothingAndSaysSo() {
        Path file = directory.resolve("chime.json");

        Run run = run(Map.of(FILE, file.toString()), IdleCase.class).succeeded(1);

        assertThat(file).doesNotExist();
        assertThat(run.standardError()).contains("WARNING: no policy was written to " + file);
    }

    @Test
    void anUnknownScopeIsExplained() {
        assertThat(run(Map.of(SCOPE, "some"), IdleCase.class).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(SCOPE + " is \"some\"", "EXACT, APP_INSTANCE, ANY_APP_INSTANCE");
    }

    private static ChimeUser alice(ChimeMessagingServer chime) {
        return chime.user("alice");
    }

    private static void post(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        assertThat(send(
                        client,
                        alice(chime),
                        chime.channel("general").members(alice(chime)).create()))
                .isEmpty();
    }

    @ChimeMessagingFake(appInstance = INSTANCE)
    static class SendingCase {
        @Test
        void sends(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            post(chime, client);
        }

        @Test
        void describes(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            String channel =
                    chime.channel("general").members(alice(chime)).create().arn();
            client.describeChannel(request ->
                    request.channelArn(channel).chimeBearer(alice(chime).arn()));
        }
    }

    @ChimeMessagingFake(appInstance = INSTANCE)
    static class ListingCase {
        @BeforeAll
        static void list(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            client.listChannels(channels(alice(chime)));
        }

        @Test
        void isReady() {}
    }

    @ChimeMessagingFake(appInstance = INSTANCE, leastPrivilege = FILE_OF_CLASS)
    static class FilesCase {
        @Test
        void lists(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            client.listChannels(channels(alice(chime)));
        }

        @Test
        @ChimeMessagingFake(leastPrivilege = FILE_OF_METHOD)
        void sends(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            post(chime, client);
        }
    }

    @ChimeMessagingFake
    static class StoppingCase {
        @Test
        void listsAndStops(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            client.listChannels(channels(alice(chime)));
            chime.stop();
        }

        @Test
        void needsAnother(ChimeMessagingServer chime) {
            assertThat(chime.isRunning()).isTrue();
        }
    }

    @ChimeMessagingFake
    static class IdleCase {
        @Test
        void callsNothing(ChimeMessagingServer chime) {
            assertThat(chime.isRunning()).isTrue();
        }
    }
}
