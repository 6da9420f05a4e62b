package io.github.chimefake.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

class RunFakeTest {
    private static final Pattern ENDPOINT = Pattern.compile("endpoint +(\\S+)");
    private static final Pattern APP_INSTANCE = Pattern.compile("app instance +(\\S+)");
    private static final Pattern CAROL = Pattern.compile("user +(\\S+/user/carol)");
    private static final Pattern ACCESS_KEY = Pattern.compile("AWS_ACCESS_KEY_ID=(\\S+)");
    private static final Pattern SECRET_KEY = Pattern.compile("AWS_SECRET_ACCESS_KEY=(\\S+)");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private void run(Runnable meanwhile, String... args) throws IOException {
        RunFake.run(List.of(args), meanwhile, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed(Pattern pattern) {
        Matcher matcher = pattern.matcher(printed.toString(StandardCharsets.UTF_8));
        assertThat(matcher.find()).as("%s in:%n%s", pattern, printed).isTrue();
        return matcher.group(1);
    }

    private ChimeSdkMessagingClient client() {
        return ChimeSdkMessagingClient.builder()
                .endpointOverride(URI.create(printed(ENDPOINT)))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(printed(ACCESS_KEY), printed(SECRET_KEY))))
                .build();
    }

    @Test
    void answersAClientThatIsPointedAtWhatItPrints() throws IOException {
        run(
                () -> {
                    try (ChimeSdkMessagingClient client = client()) {
                        client.createChannel(request -> request.appInstanceArn(printed(APP_INSTANCE))
                                .name("general")
                                .chimeBearer(printed(CAROL)));
                    }
                },
                "0",
                "carol");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("1. CreateChannel \"general\" by carol, signed by IAM user test");
    }

    @Test
    void leavesNoBlankInTheExamplesForOtherClients() throws IOException {
        run(() -> {}, "0");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("AWS CLI, in sh", "Python:", "JavaScript, SDK v3, in a file", "/user/alice", "/user/bob")
                .doesNotContainPattern("\\{[a-z-]+}");
    }

    @ParameterizedTest
    @CsvSource({
        "'AWS CLI', unset, 'aws chime-sdk-messaging'",
        "Python, del os.environ, boto3.client(",
        "JavaScript, delete process.env, new ChimeSDKMessagingClient("
    })
    void everyExampleFirstPutsAsideWhatTheSurroundingsSayOfAws(String client, String removal, String firstUse)
            throws IOException {
        run(() -> {}, "0");

        String example = PrintedExample.of(printed.toString(StandardCharsets.UTF_8), client);
        assertThat(example.substring(0, example.indexOf(firstUse)))
                .contains("AWS_", removal, "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE")
                .contains("NO_PROXY", "no_proxy", "127.0.0.1");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theShellExampleLeavesNoVariableOfAwsButItsOwn() throws IOException, InterruptedException {
        run(() -> {}, "0");
        String example = PrintedExample.of(printed.toString(StandardCharsets.UTF_8), "AWS CLI");
        String setUp = example.substring(0, example.indexOf("aws chime-sdk-messaging"));
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", setUp + "env").redirectErrorStream(true);
        shell.environment().put("AWS_SESSION_TOKEN", "foreign");
        shell.environment().put("AWS_PROFILE", "foreign");
        shell.environment().put("AWS_NOBODY_KNOWS_YET", "foreign");
        shell.environment().put("AWS_REGION", "eu-west-3");
        shell.environment().put("no_proxy", "foreign");

        Process running = shell.start();
        String environment = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(environment).isZero();
        assertThat(environment.lines().filter(line -> line.startsWith("AWS_")).map(line -> line.split("=", 2)[0]))
                .containsExactlyInAnyOrder(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_REGION",
                        "AWS_DEFAULT_REGION",
                        "AWS_CONFIG_FILE",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        "AWS_PAGER");
        assertThat(environment)
                .contains("AWS_REGION=us-east-1", "no_proxy=127.0.0.1")
                .doesNotContain("foreign");
    }

    @Test
    void saysWhatIsWrongWithThePort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(() -> {}, "alice"))
                .withMessage(
                        "The first argument must be the port, but was \"alice\". Expected, for example: 8111 alice bob");
    }
}
