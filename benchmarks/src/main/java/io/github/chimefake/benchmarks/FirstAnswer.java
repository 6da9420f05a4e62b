package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.MeasuredParts;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Starts one server, sends it one signed message, and says so: the program whose time a cold start is. Or does a part of that
 * only, to tell where the time goes. Then prints what it took.
 */
final class FirstAnswer {
    /** The milliseconds of processor time, of all threads; the compiler's are most of those that do not wait. */
    static final String PROCESSOR = "processor";
    /** How many classes were loaded. */
    static final String CLASSES = "classes";

    /** What is started. */
    enum What {
        NOTHING("nothing"),
        ROOMS("the rooms of the fake, without a server, and two calls"),
        LEAN_WIREMOCK("WireMock as the fake sets it up, with one static stub"),
        FAKE("the fake"),
        WIREMOCK("WireMock, its defaults and one static stub");

        final String description;

        What(String description) {
            this.description = description;
        }
    }

    private FirstAnswer() {}

    public static void main(String[] arguments) {
        switch (What.valueOf(arguments[0])) {
            case NOTHING -> System.out.println("answered");
            case ROOMS -> {
                MeasuredParts.rehearse();
                System.out.println("answered");
            }
            case LEAN_WIREMOCK -> wireMock(Reference.startLean());
            case FAKE -> fake();
            case WIREMOCK -> wireMock(Reference.start());
        }
        printCosts();
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
            System.out.println("answered");
        }
    }

    private static void printCosts() {
        long processor = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        System.out.println(PROCESSOR + "=" + processor);
        System.out.println(
                CLASSES + "=" + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }
}
