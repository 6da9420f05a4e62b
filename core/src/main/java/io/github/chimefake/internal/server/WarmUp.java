package io.github.chimefake.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.exchange.HttpAnswer;
import io.github.chimefake.internal.exchange.HttpCall;
import io.github.chimefake.internal.exchange.HttpCall.Header;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Loads the fake's classes by serving two throw-away requests while WireMock starts, so that the first real request is fast. Runs once
 * per JVM.
 */
public final class WarmUp {
    private static final ServerSettings SETTINGS = ServerSettings.ofNobody();
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Rooms rooms = new Rooms(SETTINGS);

    /** Serves the requests, and returns the responses. */
    public List<HttpAnswer> perform() {
        AppInstanceArn arn = AppInstanceArns.madeUp(SETTINGS.region(), SETTINGS.account(), SETTINGS.seed());
        rooms.registrations.createAppInstance(arn, arn.id());
        ChimeAppInstance appInstance = rooms.appInstance(arn);
        ChimeUser user = appInstance.user("user");
        ChimeChannel channel = appInstance.channel("channel").members(user).create();
        // With a key whose secret is unknown, so that it is served; then with a signature that is refused.
        return List.of(
                rooms.gateway.answer(send(user, channel, "AKIAIOSFODNN7EXAMPLE")),
                rooms.gateway.answer(
                        send(user, channel, rooms.callers.register("user/test").accessKeyId())));
    }

    private static HttpCall send(ChimeUser user, ChimeChannel channel, String accessKeyId) {
        Instant now = Instant.now();
        String timestamp = TIMESTAMP.format(now);
        String credential =
                accessKeyId + "/" + timestamp.substring(0, 8) + "/" + SETTINGS.region() + "/chime/aws4_request";
        return new HttpCall(
                "POST",
                "/channels/" + URLEncoder.encode(channel.arn(), UTF_8) + "/messages",
                List.of(
                        new Header("Host", "localhost"),
                        new Header("X-Amz-Date", timestamp),
                        new Header("x-amz-chime-bearer", user.arn()),
                        new Header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=" + credential
                                        + ", SignedHeaders=host;x-amz-chime-bearer;x-amz-date, Signature="
                                        + "0".repeat(64))),
                ("{\"Content\":\"hello\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\","
                                + "\"ClientRequestToken\":\"warm-up\"}")
                        .getBytes(UTF_8),
                now);
    }
}
