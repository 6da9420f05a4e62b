package io.github.chimefake.benchmarks;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServerFactory;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import io.github.chimefake.call.HttpAnswer;
import io.github.chimefake.call.HttpCall;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** What happens between the sockets: the whole gateway for a send, against WireMock's own pipeline for a static stub. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GatewayBenchmark {
    /** Sends of one caller, each with a token of its own; when all were sent, the fake is reset. */
    private static final class Sends {
        private static final int COUNT = 20_000;

        private final Scene scene;
        private final List<HttpCall> calls;
        private int next;

        Sends(Scene scene, AwsCredentials caller) {
            this.scene = scene;
            this.calls = scene.sends(caller, COUNT).stream()
                    .map(SignedRequest::toCall)
                    .toList();
            scene.answer(calls.get(next++), 201);
        }

        HttpAnswer sendNext() {
            if (next == COUNT) {
                scene.chime.reset();
                next = 0;
            }
            return scene.answer(calls.get(next++), 201);
        }
    }

    /** The fake, and what is sent to it. */
    @State(Scope.Thread)
    public static class Fake {
        private final Scene scene = new Scene();
        private final Sends ofStranger = new Sends(scene, Scene.STRANGER);
        private final Sends signed = new Sends(scene, scene.free);
        private final Sends signedAndChecked = new Sends(scene, scene.checked);
        private final HttpCall deniedCall = scene.send(scene.denied).toCall();

        @TearDown
        public void close() {
            scene.close();
        }
    }

    /** WireMock without sockets, and a request to its stub. */
    @State(Scope.Thread)
    public static class Reference {
        private final DirectCallHttpServerFactory factory = new DirectCallHttpServerFactory();
        private final WireMockServer server =
                new WireMockServer(options().httpServerFactory(factory).disableRequestJournal());
        private final DirectCallHttpServer direct = factory.getHttpServer();
        private final Request request = ImmutableRequest.create()
                .withAbsoluteUrl("http://localhost/channels/arn/messages")
                .withMethod(RequestMethod.POST)
                .withProtocol("HTTP/1.1")
                .withClientIp("127.0.0.1")
                .withHeaders(new com.github.tomakehurst.wiremock.http.HttpHeaders(
                        new HttpHeader("Content-Type", "application/json")))
                .withBody("{\"Content\":\"hello\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .build();

        @Setup
        public void stub() {
            io.github.chimefake.benchmarks.Reference.stub(server);
            if (direct.stubRequest(request).getStatus() != 201) {
                throw new IllegalStateException("The stub does not match");
            }
        }
    }

    @Benchmark
    public Response staticStub(Reference wireMock) {
        return wireMock.direct.stubRequest(wireMock.request);
    }

    @Benchmark
    public HttpAnswer sendOfUnknownKey(Fake fake) {
        return fake.ofStranger.sendNext();
    }

    @Benchmark
    public HttpAnswer signedSend(Fake fake) {
        return fake.signed.sendNext();
    }

    @Benchmark
    public HttpAnswer signedSendWithPolicies(Fake fake) {
        return fake.signedAndChecked.sendNext();
    }

    @Benchmark
    public HttpAnswer deniedSend(Fake fake) {
        return fake.scene.answer(fake.deniedCall, 403);
    }
}
