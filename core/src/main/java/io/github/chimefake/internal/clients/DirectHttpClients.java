package io.github.chimefake.internal.clients;

import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Creates HTTP clients that connect to the fake directly, regardless of proxies in system properties, environment
 * variables or the default {@link java.net.ProxySelector}, because a proxy could not reach a loopback address of this
 * machine.
 *
 * <p>Code that only one implementation needs is in a separate class, which is loaded only if that implementation is on
 * the class path.
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

    /** Returns whether the service has this class name, and the class loader of the fake sees the same class. */
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
