package io.github.chimefake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.chimefake.access.Access;
import io.github.chimefake.access.CallContexts;
import io.github.chimefake.access.CallerPolicies;
import io.github.chimefake.access.Callers;
import io.github.chimefake.access.PermissionRules;
import io.github.chimefake.access.PolicyEnforcement;
import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.HttpCall;
import io.github.chimefake.call.HttpCall.Header;
import io.github.chimefake.fault.FaultPlan;
import io.github.chimefake.gateway.Gateway;
import io.github.chimefake.gateway.RequestIds;
import io.github.chimefake.gateway.TestRuns;
import io.github.chimefake.identity.IdentityService;
import io.github.chimefake.identity.Registrations;
import io.github.chimefake.journal.Journal;
import io.github.chimefake.leastprivilege.UsageLedger;
import io.github.chimefake.messaging.MessagingService;
import io.github.chimefake.throttle.RateLimits;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Rooms that nobody sees answer two calls, so that the first call of a test meets loaded classes. A fake has the time for this
 * while WireMock is loaded, once in a JVM.
 */
final class Rehearsal {
    private static final String REGION = "us-east-1";
    private static final String ACCOUNT = "111122223333";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock = Clock.systemUTC();
    private final MessagingService service = new MessagingService(clock, 0);
    private final Callers callers = new Callers(ACCOUNT, clock);
    private final Gateway gateway = new Gateway(
            new FaultPlan(),
            new Access(
                    callers,
                    new PermissionRules(service::roles),
                    new CallerPolicies(new CallContexts(REGION, clock, service::tags), new UsageLedger()),
                    new PolicyEnforcement(),
                    REGION),
            new RateLimits(clock),
            service,
            new IdentityService(service.directory(), REGION, ACCOUNT, 0),
            new Journal(1),
            new TestRuns(),
            new RequestIds(0));

    void perform() {
        Arn arn = AppInstanceArns.madeUp(REGION, ACCOUNT, 0);
        Registrations registrations = new Registrations(service.directory());
        registrations.createAppInstance(arn, arn.id());
        ChimeUser user = new ChimeAppInstance(service, registrations, arn).user("user");
        ChimeChannel channel =
                new ChannelBuilder(service, arn, "channel").members(user).create();
        gateway.answer(send(user, channel, "AKIAIOSFODNN7EXAMPLE")); // Whose secret is unknown, so that it is served.
        gateway.answer(send(user, channel, callers.register("user/test").accessKeyId())); // The signature is refused.
    }

    private static HttpCall send(ChimeUser user, ChimeChannel channel, String accessKeyId) {
        Instant now = Instant.now();
        String timestamp = TIMESTAMP.format(now);
        String credential = accessKeyId + "/" + timestamp.substring(0, 8) + "/" + REGION + "/chime/aws4_request";
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
                                + "\"ClientRequestToken\":\"1\"}")
                        .getBytes(UTF_8),
                now);
    }
}
