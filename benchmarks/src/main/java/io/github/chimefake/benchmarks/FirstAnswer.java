package io.github.chimefake.benchmarks;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;

/** Starts one server, sends it one signed message, and says so: the program whose time a cold start is. */
final class FirstAnswer {
    static final String FAKE = "fake";
    static final String WIREMOCK = "wiremock";

    private FirstAnswer() {}

    public static void main(String[] arguments) {
        switch (arguments[0]) {
            case FAKE -> fake();
            case WIREMOCK -> wireMock();
            default -> throw new IllegalArgumentException(arguments[0]);
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

    private static void wireMock() {
        WireMockServer server = Reference.start();
        SignedRequest send =
                SignedRequest.send(Scene.STRANGER, "localhost:" + server.port(), "channel", "alice", "token-000000001");
        exchange(server.port(), send);
        server.stop();
    }

    private static void exchange(int port, SignedRequest request) {
        try (Connection connection = new Connection(port)) {
            connection.exchange(request.toBytes());
            System.out.println("answered");
        }
    }
}
