package io.github.chimefake.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The jar, run as users run it. */
@Tag("slow")
@EnabledIfSystemProperty(
        named = RunnableJarTest.JAR,
        matches = ".+",
        disabledReason = "There is no jar before the phase package")
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunnableJarTest {
    static final String JAR = "standalone.jar";

    private static final int TERMINATED = 128 + 15;

    private final Path jar = Path.of(System.getProperty(JAR, ""));
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void killAll() {
        processes.forEach(Process::destroyForcibly);
    }

    private Process run(String... args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static String value(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(matcher.find()).as(name + " in " + json).isTrue();
        return matcher.group(1);
    }

    /** Starts the jar, calls it with an SDK client, and returns the address. */
    private static URI startAndCall(Process process) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String started = out.readLine();
        URI endpoint = URI.create(value(started, "endpoint"));
        String appInstance = value(started, "appInstanceArn");
        try (ChimeSdkMessagingClient client = ChimeSdkMessagingClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(value(started, "accessKeyId"), value(started, "secretAccessKey"))))
                .build()) {
            client.createChannel(request -> request.appInstanceArn(appInstance)
                    .chimeBearer(appInstance + "/user/alice")
                    .name("general"));
        }
        assertThat(out.readLine()).contains("\"operation\":\"CreateChannel\"", "\"status\":201");
        return endpoint;
    }

    @Test
    void servesUntilStandardInputEnds() throws Exception {
        Process process = run("--port", "0", "--control-port", "0", "--log", "json", "--until-stdin-closes");
        URI endpoint = startAndCall(process);

        process.getOutputStream().close();

        assertThat(process.waitFor()).isZero();
        assertNothingListensAt(endpoint);
    }

    @Test
    void aSignalEndsIt() throws Exception {
        Process process = run("--port", "0", "--control-port", "0", "--log", "json");
        URI endpoint = startAndCall(process);

        process.destroy(); // SIGTERM.

        assertThat(process.waitFor()).isEqualTo(TERMINATED);
        assertNothingListensAt(endpoint);
        assertThat(process.descendants()).isEmpty();
    }

    private static void assertNothingListensAt(URI endpoint) {
        Assertions.assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(endpoint.getHost(), endpoint.getPort()).close());
    }

    @Test
    void namesItsVersion() throws Exception {
        Process process = run("--version");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .matches("chime-messaging-fake \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void containsTheLicensesAndTheListOfItsLibraries() throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(entry -> entry.getName()))
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/licenses/pcollections-LICENSE.txt",
                            "META-INF/licenses/slf4j-LICENSE.txt")
                    .anyMatch(name -> name.matches("META-INF/licenses/wiremock-standalone-.*/META-INF/LICENSE"))
                    .noneMatch(name -> name.startsWith("io/netty/") || name.startsWith("org/apache/http/"));
            String bill = new String(
                    file.getInputStream(file.getEntry("META-INF/sbom/application.cdx.json"))
                            .readAllBytes(),
                    UTF_8);
            assertThat(bill)
                    .contains("pkg:maven/info.picocli/picocli@", "pkg:maven/org.wiremock/wiremock-standalone@")
                    .doesNotContain("pkg:maven/org.junit", "pkg:maven/io.netty");
        }
    }
}
