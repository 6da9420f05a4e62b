package io.github.chimefake.internal.clients;

import io.github.chimefake.internal.exchange.Caller;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.client.builder.SdkAsyncClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/**
 * A factory of SDK clients that call the fake. The clients share all resources that have to be closed. The HTTP clients
 * are closed by their owner, not by this factory.
 */
public final class SdkClientFactory implements AutoCloseable {
    private static final int ASYNC_THREADS = 4;
    /** The default of the SDK, in bytes. */
    private static final int MIN_COMPRESSION_SIZE = 10_240;

    private final URI endpoint;
    private final Region region;
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(ASYNC_THREADS, SdkClientFactory::daemon);
    private final HttpClients httpClients;
    private final FakeShutdown shutdown;

    /** Creates a factory for the fake at this endpoint. */
    public SdkClientFactory(URI endpoint, String region, HttpClients httpClients) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
        this.httpClients = httpClients;
        this.shutdown = new FakeShutdown(endpoint);
        // The scheduled task of a timeout that did not occur must not keep a thread alive.
        executor.setRemoveOnCancelPolicy(true);
    }

    URI endpoint() {
        return endpoint;
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C sync(
            B builder, Caller caller, Retries retries, List<ExecutionInterceptor> interceptors) {
        return sync(builder, caller, retries, interceptors, new ShutdownAwareHttpClient(httpClients, shutdown));
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C sync(
            B builder, Caller caller, Retries retries, List<ExecutionInterceptor> interceptors, SdkHttpClient http) {
        return LocalAwsConfig.ignoreIfInvalid(() -> configure(builder, caller, retries, interceptors)
                .httpClient(http)
                .build());
    }

    <B extends AwsClientBuilder<B, C> & SdkAsyncClientBuilder<B, C>, C> C async(
            B builder, Caller caller, Retries retries, List<ExecutionInterceptor> interceptors) {
        SdkAsyncHttpClient http = new ShutdownAwareAsyncHttpClient(httpClients, shutdown);
        return LocalAwsConfig.ignoreIfInvalid(() -> configure(builder, caller, retries, interceptors)
                .httpClient(http)
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, executor))
                .build());
    }

    private <B extends AwsClientBuilder<B, C>, C> B configure(
            B builder, Caller caller, Retries retries, List<ExecutionInterceptor> interceptors) {
        ClientOverrideConfiguration.Builder configuration = ClientOverrideConfiguration.builder()
                .executionInterceptors(interceptors)
                .scheduledExecutorService(executor)
                // The AWS profile of the developer must not affect tests.
                .defaultProfileFile(ProfileFile.aggregator().build())
                .compressionConfiguration(compression -> compression
                        .requestCompressionEnabled(false)
                        .minimumCompressionThresholdInBytes(MIN_COMPRESSION_SIZE));
        retries.applyTo(configuration);
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                // Unset values would be read from the environment of the developer. The SDK rejects FIPS together with
                // an endpoint override.
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .defaultsMode(DefaultsMode.LEGACY)
                .overrideConfiguration(configuration.build());
    }

    /** Sets only what a user's builder needs for its client to call the fake. */
    <B extends AwsClientBuilder<B, ?>> B connect(B builder, Caller caller, List<ExecutionInterceptor> interceptors) {
        ClientOverrideConfiguration.Builder configuration = builder.overrideConfiguration().toBuilder();
        interceptors.forEach(configuration::addExecutionInterceptor);
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(caller.credentials()))
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .overrideConfiguration(configuration.build());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "chime-messaging-fake-client");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        shutdown.markClosed();
        // Not shut down, because the SDK still uses these threads to retry and to complete calls that fail after the
        // close.
        executor.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
        executor.allowCoreThreadTimeOut(true);
    }
}
