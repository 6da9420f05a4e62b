package io.github.chimefake.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** Requests to a fake with the app instance and the users of the standalone server, and to its control API. */
final class JarRequests {
    static final String APP_INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/chat";
    static final String ALICE = APP_INSTANCE + "/user/alice";
    private static final int CHANNELS = 1_000;
    private static final int MESSAGES_OF_A_CHANNEL = 10;

    /** That of the default caller, which every fake has. */
    private static final AwsCredentials CALLER =
            AwsBasicCredentials.create("AKIACHIMEFAKE0000001", "secret-of-no-account-0000000000000000001");

    private JarRequests() {}

    static byte[] createChannel(int port, String bearer, String token) {
        String json = "{\"AppInstanceArn\":\"" + APP_INSTANCE + "\",\"Name\":\"general\",\"ClientRequestToken\":\""
                + token + "\"}";
        return SignedRequest.of(CALLER, "127.0.0.1:" + port, "POST", "/channels", "", bearer, json)
                .toBytes();
    }

    /** A call that changes nothing, so that only the journal keeps it. */
    static byte[] listChannels(int port) {
        String query = "app-instance-arn=" + URLEncoder.encode(APP_INSTANCE, UTF_8);
        return SignedRequest.of(CALLER, "127.0.0.1:" + port, "GET", "/channels", query, ALICE, "")
                .toBytes();
    }

    /** A request to the control API. */
    static byte[] control(int port, String method, String target, String json) {
        byte[] body = json.getBytes(UTF_8);
        return (method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n" + json)
                .getBytes(UTF_8);
    }

    /** Test data of 1,000 channels with 10 messages each, in the form that the control API takes. */
    static String manyChannels() {
        return IntStream.range(0, CHANNELS)
                .mapToObj(channel -> "{\"name\":\"channel-" + channel
                        + "\",\"members\":[\"alice\",\"bob\"],\"messages\":["
                        + IntStream.range(0, MESSAGES_OF_A_CHANNEL)
                                .mapToObj(message -> "{\"sender\":\"alice\",\"content\":\"message " + message + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .collect(Collectors.joining(",", "{\"channels\":[", "]}"));
    }
}
