package io.github.chimefake.internal.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The SDK's client based on {@link HttpURLConnection}, with connections that the JDK opens without the default {@link
 * java.net.ProxySelector}. It is created by reflection, because as a dependency of the fake it could be a second HTTP
 * client on the class path, and the SDK fails if there are several.
 */
final class DirectUrlConnectionClient {
    static final String SERVICE = "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService";

    private static final String PACKAGE = "software.amazon.awssdk.http.urlconnection.";

    private DirectUrlConnectionClient() {}

    static SdkHttpClient create(ClassLoader loader) {
        try {
            Class<?> factory = Class.forName(PACKAGE + "UrlConnectionFactory", true, loader);
            Object direct = Proxy.newProxyInstance(
                    loader, new Class<?>[] {factory}, (proxy, method, arguments) -> openConnection((URI) arguments[0]));
            Object client = Class.forName(PACKAGE + "UrlConnectionHttpClient", true, loader)
                    .getMethod("create", factory)
                    .invoke(null, direct);
            return (SdkHttpClient) client;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The SDK's UrlConnectionHttpClient could not be built", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The SDK's UrlConnectionHttpClient does not have the methods of 2.25.1", e);
        }
    }

    private static HttpURLConnection openConnection(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(java.net.Proxy.NO_PROXY);
            // The SDK does not set the timeouts of connections from a factory.
            connection.setConnectTimeout(millis(SdkHttpConfigurationOption.CONNECTION_TIMEOUT));
            connection.setReadTimeout(millis(SdkHttpConfigurationOption.READ_TIMEOUT));
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int millis(AttributeMap.Key<Duration> timeout) {
        return Math.toIntExact(
                SdkHttpConfigurationOption.GLOBAL_HTTP_DEFAULTS.get(timeout).toMillis());
    }
}
