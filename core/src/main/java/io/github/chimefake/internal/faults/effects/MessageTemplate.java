package io.github.chimefake.internal.faults.effects;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The message of an error with placeholders for what the call says: {@code {caller}} is the ARN of the principal, {@code {action}} the IAM
 * action, {@code {resource}} the bearer, the channel or another resource of the request, {@code {other-region}} a region that the service
 * does not have, and {@code {now}}, {@code {5-minutes-ago}} and {@code {20-minutes-ago}} are times.
 */
record MessageTemplate(String text) {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    String fill(CallUnderFault underFault) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        Call call = underFault.call();
        Instant now = call.http().receivedAt();
        return text.replace("{caller}", call.caller().principalArn())
                .replace("{action}", call.operation().iamAction())
                .replace("{resource}", resource(call))
                .replace("{other-region}", "eu-west-2")
                .replace("{now}", TIMESTAMP.format(now))
                .replace("{5-minutes-ago}", TIMESTAMP.format(now.minusSeconds(300)))
                .replace("{20-minutes-ago}", TIMESTAMP.format(now.minusSeconds(1200)));
    }

    /** Returns the resource that the message names if all are denied: the bearer first, then the channel. */
    private static String resource(Call call) {
        Optional<Arn> first = call.bearer()
                .or(() -> call.resources().channel())
                .or(() -> call.resources().others().stream().sorted().findFirst());
        return first.map(Arn::text).orElse("*");
    }
}
