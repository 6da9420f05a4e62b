package io.github.chimefake.internal.wiremock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import java.io.IOException;
import java.util.List;

/**
 * A factory of HTTP clients for proxying that fail on each request. The fake sends nothing to other hosts, and building
 * real clients takes a considerable part of the start of WireMock.
 */
final class FailingHttpClientFactory implements HttpClientFactory {
    @Override
    public HttpClient buildHttpClient(
            Options options, boolean trustAllCertificates, List<String> trustedHosts, boolean useSystemProperties) {
        return request -> {
            throw new IOException("The fake sends nothing to other hosts, so a stub cannot proxy " + request.getUrl()
                    + ". Define a response in the stub, or start another WireMock server for the proxy");
        };
    }
}
