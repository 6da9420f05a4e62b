package io.github.chimefake.benchmarks;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Sends of one caller, each with its own token; when all were sent, the fake is reset. */
final class Sends {
    private static final int COUNT = 20_000;

    private final Scene scene;
    private final List<HttpRequest> calls;
    private int next;

    Sends(Scene scene, AwsCredentials caller) {
        this.scene = scene;
        this.calls =
                scene.sends(caller, COUNT).stream().map(SignedRequest::toCall).toList();
        sendNext();
    }

    HttpResponse sendNext() {
        if (next == COUNT) {
            scene.chime.reset();
            next = 0;
        }
        return scene.respond(calls.get(next++), 201);
    }
}
