package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.lang.management.ManagementFactory;

/**
 * Starts one server, sends it one signed message, and says so: the program whose time a cold start is. Or does a part of that
 * only, to tell where the time goes. Then prints what it took.
 */
final class FirstResponse {
    /** The milliseconds of processor time of all threads until then. */
    static final String PROCESSOR = "processor";
    /** How many classes were loaded until then. */
    static final String CLASSES = "classes";

    /** What is started. */
    enum What {
        NOTHING("nothing"),
        LEAN_WIREMOCK("WireMock with the options that save the fake time, and one static stub"),
        FAKE("the fake"),
        WIREMOCK("WireMock, its defaults and one static stub");

        final String description;

        What(String description) {
            this.description = description;
        }
    }

    private FirstResponse() {}

    public static void main(String[] arguments) {
        switch (What.valueOf(arguments[0])) {
            case NOTHING -> done();
            case LEAN_WIREMOCK -> wireMock(Reference.startLean());
            case FAKE -> fake();
            case WIREMOCK -> wireMock(Reference.start());
        }
    }

    private static void fake() {
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            SignedRequest send = SignedRequest.send(
                    chime.caller().credentials(),
                    chime.endpoint().getAuthority(),
                    general.arn(),
                    alice.arn(),
                    "token-000000001");
            exchange(chime.endpoint().getPort(), send);
        }
    }

    private static void wireMock(WireMockServer server) {
        SignedRequest send = SignedRequest.send(
                Scene.STRANGER, "localhost:" + server.port(), Scene.CHANNEL_ARN, Scene.USER_ARN, "token-000000001");
        exchange(server.port(), send);
        server.stop();
    }

    private static void exchange(int port, SignedRequest request) {
        try (Connection connection = new Connection(port)) {
            connection.exchange(request.toBytes());
            done();
        }
    }

    private static void done() {
        System.out.println("responded");
        long processor =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        System.out.println(PROCESSOR + "=" + processor);
        System.out.println(
                CLASSES + "=" + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }
}
