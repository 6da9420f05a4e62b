package io.github.chimefake.benchmarks;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServer;
import com.github.tomakehurst.wiremock.direct.DirectCallHttpServerFactory;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** What happens between the sockets: the whole gateway for a send, against WireMock's own pipeline for a static stub. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GatewayBenchmark {
    /** The fake, and what a caller sends to it. */
    abstract static class Sending {
        private final Scene scene = new Scene();
        private final Sends sends;

        Sending(Function<Scene, AwsCredentials> caller) {
            sends = new Sends(scene, caller.apply(scene));
        }

        final HttpResponse sendNext() {
            return sends.sendNext();
        }

        @TearDown
        public void close() {
            scene.close();
        }
    }

    /** A caller whose secret the fake does not know. */
    @State(Scope.Thread)
    public static class Stranger extends Sending {
        public Stranger() {
            super(scene -> Scene.STRANGER);
        }
    }

    /** A caller that no policy is about. */
    @State(Scope.Thread)
    public static class Free extends Sending {
        public Free() {
            super(scene -> scene.free);
        }
    }

    /** A caller whose policies allow to send. */
    @State(Scope.Thread)
    public static class Checked extends Sending {
        public Checked() {
            super(scene -> scene.checked);
        }
    }

    /** A caller whose policies allow to send nothing. */
    @State(Scope.Thread)
    public static class Denied {
        private final Scene scene = new Scene();
        private final HttpRequest call = scene.send(scene.denied).toCall();

        @TearDown
        public void close() {
            scene.close();
        }
    }

    /** WireMock without sockets, and the same send as a request to its stub. */
    abstract static class WireMockPipeline {
        private static final HttpRequest SEND = SignedRequest.send(
                        Scene.STRANGER, "localhost", Scene.CHANNEL_ARN, Scene.USER_ARN, "token-000000001")
                .toCall();

        private final DirectCallHttpServerFactory factory = new DirectCallHttpServerFactory();
        private final WireMockServer server;
        private final DirectCallHttpServer direct;
        private final Request request = ImmutableRequest.create()
                .withAbsoluteUrl("http://localhost" + SEND.target())
                .withMethod(RequestMethod.POST)
                .withProtocol("HTTP/1.1")
                .withClientIp("127.0.0.1")
                .withHeaders(new HttpHeaders(SEND.headers().stream()
                        .map(header -> new HttpHeader(header.name(), header.value()))
                        .toList()))
                .withBody(SEND.body())
                .build();

        WireMockPipeline(WireMockConfiguration configuration) {
            server = new WireMockServer(configuration.httpServerFactory(factory));
            direct = factory.getHttpServer();
            Reference.stub(server);
            if (respond().getStatus() != 201) {
                throw new IllegalStateException("The stub does not match");
            }
        }

        final Response respond() {
            return direct.stubRequest(request);
        }

        /** Its record of requests has no bound by default, and would fill the heap. */
        @TearDown(Level.Iteration)
        public void forgetRequests() {
            server.resetRequests();
        }
    }

    /** With its defaults, which record every request. */
    @State(Scope.Thread)
    public static class DefaultWireMock extends WireMockPipeline {
        public DefaultWireMock() {
            super(options());
        }
    }

    /** With no record of requests. */
    @State(Scope.Thread)
    public static class WireMockWithoutRecord extends WireMockPipeline {
        public WireMockWithoutRecord() {
            super(options().disableRequestJournal());
        }
    }

    @Benchmark
    public Response staticStub(DefaultWireMock wireMock) {
        return wireMock.respond();
    }

    @Benchmark
    public Response staticStubWithoutRecord(WireMockWithoutRecord wireMock) {
        return wireMock.respond();
    }

    @Benchmark
    public HttpResponse sendOfUnknownKey(Stranger caller) {
        return caller.sendNext();
    }

    @Benchmark
    public HttpResponse signedSend(Free caller) {
        return caller.sendNext();
    }

    @Benchmark
    public HttpResponse signedSendWithPolicies(Checked caller) {
        return caller.sendNext();
    }

    @Benchmark
    public HttpResponse deniedSend(Denied caller) {
        return caller.scene.respond(caller.call, 403);
    }
}
