package io.github.chimefake.internal.clients;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Builds HTTP clients that connect to the fake directly, whichever proxy the system properties, the environment or the default
 * {@link java.net.ProxySelector} name: a proxy could not reach a loopback address of this machine.
 *
 * <p>What an implementation needs for this beyond the options that all of them have is done by a class that is loaded only if
 * the implementation is on the class path.
 */
final class DirectHttpClients {
    private DirectHttpClients() {}

    static SdkHttpClient sync(SdkHttpService service) {
        if (isImplementation(service, DirectUrlConnectionClient.SERVICE)) {
            return DirectUrlConnectionClient.create(service.getClass().getClassLoader());
        }
        SdkHttpClient.Builder<?> builder = service.createHttpClientBuilder();
        SystemProxies.ignoreIn(builder);
        if (isImplementation(service, "software.amazon.awssdk.http.apache.ApacheSdkHttpService")) {
            DirectApacheClient.configure(builder);
        }
        return builder.buildWithDefaults(AttributeMap.empty());
    }

    static SdkAsyncHttpClient async(SdkAsyncHttpService service) {
        SdkAsyncHttpClient.Builder<?> builder = service.createAsyncHttpClientFactory();
        SystemProxies.ignoreIn(builder);
        return builder.buildWithDefaults(AttributeMap.empty());
    }

    /** Whether this is the service of that name, and our own classes see the same. */
    private static boolean isImplementation(SdkHttpService service, String name) {
        if (!service.getClass().getName().equals(name)) {
            return false;
        }
        try {
            return Class.forName(name, false, DirectHttpClients.class.getClassLoader()) == service.getClass();
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            return false;
        }
    }
}
