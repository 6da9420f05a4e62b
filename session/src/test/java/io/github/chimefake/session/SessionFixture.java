package io.github.chimefake.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Sessions with servers that follow a script, whose waits pass at once. Closed after the test, the last first. */
final class SessionFixture implements AfterEachCallback {
    static final Duration LONG = Duration.ofSeconds(30);
    static final String USER = "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/alice";

    private final ManualTiming timing = new ManualTiming(0.5);
    private final List<AutoCloseable> resources = new ArrayList<>();

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (int i = resources.size() - 1; i >= 0; i--) {
            resources.get(i).close();
        }
    }

    void closeAfterTest(AutoCloseable resource) {
        resources.add(resource);
    }

    ManualTiming timing() {
        return timing;
    }

    ScriptedServer server(ScriptedServer.Script... scripts) {
        ScriptedServer server = new ScriptedServer(scripts);
        resources.add(server);
        return server;
    }

    MessagingSessionBuilder builder(EndpointClient client) {
        return MessagingSession.builder()
                .client(client)
                .userArn(USER)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .startTimeout(LONG)
                .connectTimeout(LONG)
                .timing(timing)
                .plain();
    }

    MessagingSessionBuilder builder(ScriptedServer server) {
        return builder(new EndpointClient(server::endpoint));
    }

    MessagingSession build(MessagingSessionBuilder builder) {
        MessagingSession session = builder.build();
        resources.add(session);
        return session;
    }

    MessagingSession started(ScriptedServer.Script... scripts) {
        return build(builder(server(scripts))).start();
    }

    static List<String> types(MessagingSession session) {
        return session.events().stream().map(SessionEvent::type).toList();
    }
}
