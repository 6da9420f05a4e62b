package io.github.chimefake.benchmarks;

import io.github.chimefake.benchmarks.Profile.Part;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.protocol.Router;
import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Where the time of a signed, policy-checked send goes: inside the gateway, and over the wire. */
final class SendProfile {
    static final String INSIDE = "inside: ";
    static final String WIRE = "wire: ";

    /** What the gateway does, in the order of a call. */
    private static final List<Part> INSIDE_PARTS = List.of(
            Part.of("routing", Router.class, ""),
            new Part("decoding and constraints", Gateway.class.getPackageName() + ".Binder", ""),
            Part.of("the signature", Access.class, "authenticate"),
            Part.of("authorization", Access.class, "authorize"),
            Part.of("the message itself", MessagingService.class, "handle"),
            Part.of("encoding", Gateway.class, "encode"),
            Part.of("the journal", DefaultJournal.class, ""),
            Part.of("all else", Gateway.class, ""));

    private static final List<Part> WIRE_PARTS = List.of(
            Part.of("the fake's gateway", Gateway.class, "respond"),
            new Part("the fake's package for WireMock", WireMockEndpoint.class.getPackageName(), ""),
            new Part("WireMock", "com.github.tomakehurst.wiremock.", ""),
            new Part("Jetty", "wiremock.org.eclipse.jetty.", ""));

    private SendProfile() {}

    public static void main(String[] arguments) {
        Duration each = Duration.ofMillis(Long.parseLong(arguments[0]));
        try (Scene scene = new Scene()) {
            Sends sends = new Sends(scene, scene.checked);
            sendFor(each, sends); // Warms up.
            print(INSIDE, Profile.of(INSIDE_PARTS, () -> sendFor(each, sends)));
            scene.chime.reset();
            Load load = new Load(each);
            load.perSecond(scene.port(), load.requests(scene));
            List<byte[]> requests = load.requests(scene);
            print(WIRE, Profile.of(WIRE_PARTS, () -> load.perSecond(scene.port(), requests)));
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
