package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser demands before it lets a page of another origin call the fake. */
class BrowsersTest {
    private static final String PAGE = "http://localhost:3000";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final URI channels = chime.endpoint().resolve("/channels");

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.header("Origin", PAGE).build(), BodyHandlers.ofString());
    }

    @Test
    void aPageOfAnyOriginMaySendSignedRequests() throws IOException, InterruptedException {
        String headers = "authorization,content-type,x-amz-date,x-amz-content-sha256,x-amz-security-token,"
                + "x-amz-user-agent,x-amz-chime-bearer,amz-sdk-invocation-id,amz-sdk-request";

        HttpResponse<String> preflight = send(HttpRequest.newBuilder(channels)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", headers));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(PAGE);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET", "POST", "PUT", "DELETE"));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(allowed -> assertThat(allowed).isEqualToIgnoringCase(headers));
        assertThat(chime.journal().calls()).as("A preflight is no call").isEmpty();
    }

    @Test
    void aPageSeesWhichErrorItGot() throws IOException, InterruptedException {
        HttpResponse<String> refused = send(HttpRequest.newBuilder(channels));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValueSatisfying(exposed -> assertThat(exposed).contains("x-amzn-ErrorType", "x-amzn-RequestId"));
    }
}
