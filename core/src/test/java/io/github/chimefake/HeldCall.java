package io.github.chimefake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.server.FakeServer;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A call that the fake has carried out, and whose response is not sent until the test says so. */
final class HeldCall implements AutoCloseable {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Gateway gateway;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private HeldCall(ChimeMessagingServer chime) {
        gateway = FakeServer.of(chime).gateway();
    }

    static HeldCall deleteAppInstance(ChimeMessagingServer chime, String arn) {
        return delete(chime, "/app-instances/" + URLEncoder.encode(arn, UTF_8));
    }

    static HeldCall deleteUser(ChimeMessagingServer chime, ChimeUser user) {
        return delete(chime, "/app-instance-users/" + URLEncoder.encode(user.arn(), UTF_8));
    }

    private static HeldCall delete(ChimeMessagingServer chime, String target) {
        HeldCall call = new HeldCall(chime);
        int status = CompletableFuture.supplyAsync(() -> call.gateway.respond(request(target)), call.thread)
                .join()
                .status();
        if (status != 204) {
            call.close();
            throw new IllegalStateException(target + " got status " + status);
        }
        return call;
    }

    /** Returns a request that is signed in form only, with a key that the fake does not know. */
    private static HttpRequest request(String target) {
        Instant now = Instant.now();
        String timestamp = TIMESTAMP.format(now);
        return new HttpRequest(
                "DELETE",
                target,
                List.of(
                        new HttpRequest.Header("Host", "localhost"),
                        new HttpRequest.Header("X-Amz-Date", timestamp),
                        new HttpRequest.Header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN000000000/" + timestamp.substring(0, 8)
                                        + "/us-east-1/chime/aws4_request, SignedHeaders=host;x-amz-date, Signature="
                                        + "0".repeat(64))),
                new byte[0],
                now);
    }

    /** Sends the response. */
    void respond() {
        CompletableFuture.runAsync(gateway::responseSent, thread).join();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
