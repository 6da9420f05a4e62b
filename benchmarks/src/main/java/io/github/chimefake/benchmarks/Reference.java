package io.github.chimefake.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/** What the fake is measured against: WireMock with its defaults, and one static stub for sends. */
final class Reference {
    private Reference() {}

    /** A server that was started. */
    static WireMockServer start() {
        return start(options());
    }

    /** The same, but for its record of requests, which has no bound by default and would fill the heap. */
    static WireMockServer startWithoutJournal() {
        return start(options().disableRequestJournal());
    }

    /**
     * Set up as the fake sets up its own, with all that saves time at the start. The fake's package for WireMock is not used, so
     * that the time of its classes is not counted.
     */
    static WireMockServer startLean() {
        return start(options()
                .bindAddress("127.0.0.1")
                .usingFilesUnderDirectory("no-such-directory")
                .httpClientFactory((options, trustAll, trusted, system) -> request -> {
                    throw new UnsupportedOperationException("A static stub makes no call");
                })
                .templatingEnabled(false)
                .stubRequestLoggingDisabled(true)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER));
    }

    private static WireMockServer start(WireMockConfiguration configuration) {
        WireMockServer server = new WireMockServer(configuration.dynamicPort());
        server.start();
        stub(server);
        return server;
    }

    static void stub(WireMockServer server) {
        server.stubFor(post(urlPathMatching("/channels/.*/messages"))
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"ChannelArn\":\"arn\",\"MessageId\":\"0123456789abcdef\"}")));
    }
}
