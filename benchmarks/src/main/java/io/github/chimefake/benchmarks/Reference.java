package io.github.chimefake.benchmarks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
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
