package io.github.chimefake;

import io.github.chimefake.call.ChimeCaller;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.AttributeMap;

/** Builds SDK clients that are ready to call the fake. They share all that would have to be closed. */
final class ReadyClients implements AutoCloseable {
    private static final int ASYNC_THREADS = 4;

    private final URI endpoint;
    private final Region region;
    private final ScheduledExecutorService executor =
            Executors.newScheduledThreadPool(ASYNC_THREADS, ReadyClients::daemon);
    private @Nullable SdkHttpClient httpClient;
    private @Nullable SdkAsyncHttpClient asyncHttpClient;

    ReadyClients(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
    }

    URI endpoint() {
        return endpoint;
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C sync(
            B builder, ChimeCaller caller, Retries retries, List<ExecutionInterceptor> interceptors) {
        return configure(builder, caller, retries, interceptors)
                .httpClient(httpClient())
                .build();
    }

    <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C async(
            B builder, ChimeCaller caller, Retries retries, List<ExecutionInterceptor> interceptors) {
        return configure(builder, caller, retries, interceptors)
                .httpClient(asyncHttpClient())
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, executor))
                .build();
    }

    private <B extends AwsClientBuilder<B, C>, C> B configure(
            B builder, ChimeCaller caller, Retries retries, List<ExecutionInterceptor> interceptors) {
        ClientOverrideConfiguration.Builder configuration = ClientOverrideConfiguration.builder()
                .executionInterceptors(interceptors)
                .scheduledExecutorService(executor)
                // What stands in the developer's own AWS profile must not change a test.
                .defaultProfileFile(ProfileFile.aggregator().build());
        retries.applyTo(configuration);
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                // Left open, these would come from the developer's environment; FIPS and an endpoint exclude each
                // other.
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .defaultsMode(DefaultsMode.LEGACY)
                .overrideConfiguration(configuration.build());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-client");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized SdkHttpClient httpClient() {
        if (httpClient == null) {
            // The SDK refuses to choose where a class path has several; any of them will do here.
            SdkHttpService service =
                    ServiceLoader.load(SdkHttpService.class).findFirst().orElseThrow(() -> missing("apache-client"));
            httpClient = new PendingHttpClient(service, executor);
        }
        return httpClient;
    }

    private synchronized SdkAsyncHttpClient asyncHttpClient() {
        if (asyncHttpClient == null) {
            asyncHttpClient = ServiceLoader.load(SdkAsyncHttpService.class)
                    .findFirst()
                    .orElseThrow(() -> missing("netty-nio-client"))
                    .createAsyncHttpClientFactory()
                    .buildWithDefaults(AttributeMap.empty());
        }
        return asyncHttpClient;
    }

    private static IllegalStateException missing(String artifact) {
        return new IllegalStateException(
                "No HTTP client of the AWS SDK is on the class path." + " Add software.amazon.awssdk:" + artifact
                        + ", or build a client of your own against chime.endpoint()");
    }

    @Override
    public synchronized void close() {
        executor.shutdown();
        if (httpClient != null) {
            httpClient.close();
        }
        if (asyncHttpClient != null) {
            // Netty waits two seconds for calls that might still come; nobody waits with it.
            daemon(asyncHttpClient::close).start();
        }
    }
}
