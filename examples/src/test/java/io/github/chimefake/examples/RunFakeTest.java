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
                .contains("1. CreateChannel by carol, signed by arn:aws:iam::111122223333:user/test");
    }

    @Test
    void leavesNoBlankInTheExamplesForOtherClients() throws IOException {
        run(() -> {}, "0");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("AWS CLI:", "Python:", "JavaScript, SDK v3:", "/user/alice", "/user/bob")
                .doesNotContainPattern("\\{[a-z-]+}");
    }

    @Test
    void saysWhatIsWrongWithThePort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(() -> {}, "alice"))
                .withMessage(
                        "The first argument is the port, but was \"alice\". Expected, for example: 8111 alice bob");
    }
}
