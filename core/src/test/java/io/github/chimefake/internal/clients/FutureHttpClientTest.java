package io.github.chimefake.internal.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

class FutureHttpClientTest {
    private static final HttpExecuteRequest REQUEST = HttpExecuteRequest.builder()
            .request(SdkHttpFullRequest.builder()
                    .method(SdkHttpMethod.GET)
                    .protocol("http")
                    .host("localhost")
                    .build())
            .build();

    private final List<String> happened = new ArrayList<>();
    private final Queue<Runnable> background = new ArrayDeque<>();

    /** A client that answers 204, and says what is done with it. */
    private final class Client implements SdkHttpClient {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            happened.add("prepared");
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(204).build())
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {
            happened.add("closed");
        }
    }

    private SdkHttpClient newClient() {
        happened.add("built");
        return new Client();
    }

    private SdkHttpService service(SdkHttpClient.Builder<?> builder) {
        return () -> builder;
    }

    private final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return newClient();
        }
    }

    private static final class Failing implements SdkHttpClient.Builder<Failing> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void theClientIsBuiltInTheBackground() {
        new FutureHttpClient(service(new Builder()), background::add);

        assertThat(happened).isEmpty();
        background.remove().run();
        assertThat(happened).containsExactly("built");
    }

    @Test
    void callsGoToTheClientThatWasBuilt() throws Exception {
        FutureHttpClient pending = new FutureHttpClient(service(new Builder()), Runnable::run);

        HttpExecuteResponse answer = pending.prepareRequest(REQUEST).call();

        assertThat(answer.httpResponse().statusCode()).isEqualTo(204);
        assertThat(happened).containsExactly("built", "prepared");
    }

    @Test
    void aClientThatCannotBeBuiltFailsTheCallWithTheReason() {
        FutureHttpClient pending = new FutureHttpClient(service(new Failing()), Runnable::run);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> pending.prepareRequest(REQUEST))
                .havingRootCause()
                .withMessage("on purpose");
    }

    @Test
    void closingClosesTheClientThatWasBuilt() {
        new FutureHttpClient(service(new Builder()), Runnable::run).close();

        assertThat(happened).containsExactly("built", "closed");
    }

    @Test
    void closingOneThatCannotBeBuiltDoesNothing() {
        FutureHttpClient pending = new FutureHttpClient(service(new Failing()), Runnable::run);

        pending.close();

        assertThat(happened).isEmpty();
    }

    @Test
    void closingOneThatIsNotBuiltYetClosesItThen() {
        FutureHttpClient pending = new FutureHttpClient(service(new Builder()), background::add);

        pending.close();
        background.remove().run();

        assertThat(happened).containsExactly("built", "closed");
    }
}
