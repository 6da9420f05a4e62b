package io.github.chimefake.benchmarks;

import io.github.chimefake.benchmarks.Profile.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where the time of a signed, policy-checked send goes: inside the gateway, and over the wire. */
final class SendProfile {
    static final String INSIDE = "inside: ";
    static final String WIRE = "wire: ";

    private static final String FAKE = "io.github.chimefake.";

    /** What the gateway does, in the order of a call. */
    private static final List<Part> GATEWAY = List.of(
            new Part("routing", FAKE + "protocol.Router", ""),
            new Part("decoding and constraints", FAKE + "gateway.Binder", ""),
            new Part("the signature", FAKE + "access.Access", "authenticate"),
            new Part("authorization", FAKE + "access.Access", "authorize"),
            new Part("the message itself", FAKE + "messaging.MessagingService", "handle"),
            new Part("encoding", FAKE + "gateway.Gateway", "encode"),
            new Part("the journal", FAKE + "journal.", ""),
            new Part("all else", FAKE + "gateway.Gateway", ""));

    private static final List<Part> SERVER = List.of(
            new Part("the fake's gateway", FAKE + "gateway.Gateway", "answer"),
            new Part("the fake's room for WireMock", FAKE + "wiremock.", ""),
            new Part("WireMock", "com.github.tomakehurst.wiremock.", ""),
            new Part("Jetty", "wiremock.org.eclipse.jetty.", ""));

    private SendProfile() {}

    public static void main(String[] arguments) {
        Duration each = Duration.ofMillis(Long.parseLong(arguments[0]));
        try (Scene scene = new Scene()) {
            Sends sends = new Sends(scene, scene.checked);
            sendFor(each, sends); // Warms up.
            print(INSIDE, Profile.of(GATEWAY, () -> sendFor(each, sends)));
            scene.chime.reset();
            Load load = new Load(each);
            load.perSecond(scene.port(), load.requests(scene));
            List<byte[]> requests = load.requests(scene);
            print(WIRE, Profile.of(SERVER, () -> load.perSecond(scene.port(), requests)));
        }
    }

    private static void sendFor(Duration time, Sends sends) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            sends.sendNext();
        }
    }

    private static void print(String where, Map<String, Double> shares) {
        shares.forEach((part, share) -> System.out.println(where + part + "=" + share));
    }
}
