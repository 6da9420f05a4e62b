package io.github.chimefake.surroundings;

import java.io.File;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Carries out what surroundings set up by code. The system properties say where the trap and the files are. */
final class Setups {
    static final String TRAP = "surroundings.trap";
    static final String FILES = "surroundings.files";

    private Setups() {}

    static void apply(Surroundings.Setup setup) {
        switch (setup) {
            case HTTP_PROXY_SELECTOR -> ProxySelector.setDefault(selecting(Proxy.Type.HTTP));
            case SOCKS_PROXY_SELECTOR -> ProxySelector.setDefault(selecting(Proxy.Type.SOCKS));
            case FAILING_PROXY_SELECTOR -> ProxySelector.setDefault(new Failing());
            case NO_PROXY_SELECTOR -> ProxySelector.setDefault(null);
            case AUTHENTICATOR -> Authenticator.setDefault(new Always());
            case NO_CONTEXT_CLASS_LOADER -> setContextClassLoader(null);
            case EMPTY_CONTEXT_CLASS_LOADER -> setContextClassLoader(loader(List.of(), null));
            case CONTEXT_CLASS_LOADER_WITH_BROKEN_SERVICES ->
                setContextClassLoader(loader(
                        List.of(Path.of(System.getProperty(FILES), "services").toString()),
                        Setups.class.getClassLoader()));
            case CONTEXT_CLASS_LOADER_WITH_ANOTHER_SDK ->
                setContextClassLoader(loader(
                        List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
                        ClassLoader.getPlatformClassLoader()));
        }
    }

    private static void setContextClassLoader(ClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
    }

    private static ClassLoader loader(List<String> entries, ClassLoader parent) {
        List<URL> urls = new ArrayList<>();
        try {
            for (String entry : entries) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
        return new URLClassLoader(urls.toArray(URL[]::new), parent);
    }

    private static ProxySelector selecting(Proxy.Type type) {
        Proxy proxy =
                new Proxy(type, new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(TRAP)));
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(proxy);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    }

    private static final class Failing extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            throw new IllegalStateException("No proxy for " + uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }

    private static final class Always extends Authenticator {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("user", "secret".toCharArray());
        }
    }
}
