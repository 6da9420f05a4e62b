package io.github.chimefake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.HttpAnswer;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.HttpCall.Header;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Rooms that nobody sees answer two calls, so that the first call of a test meets loaded classes. A fake has the time for this
 * while WireMock is loaded, once in a JVM.
 */
final class Rehearsal {
    private static final ServerSettings SETTINGS = ServerSettings.ofNobody();
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Rooms rooms = new Rooms(SETTINGS);

    /** Performs it, and gives what was answered. */
    List<HttpAnswer> perform() {
        Arn arn = AppInstanceArns.madeUp(SETTINGS.region(), SETTINGS.account(), SETTINGS.seed());
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
                                + "\"ClientRequestToken\":\"rehearsal\"}")
                        .getBytes(UTF_8),
                now);
    }
}
