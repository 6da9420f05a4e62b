package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.leastprivilege.ResourceScope;
import java.util.Optional;
import java.util.Set;

/** ARN patterns of policies. */
final class ResourcePatterns {
    private static final Set<String> KINDS = Set.of("user", "bot", "channel", "channel-flow");

    private ResourcePatterns() {}

    /** Returns the last component of the ARN that stands for this one. */
    private static String resource(ResourceScope scope, Arn arn) {
        return switch (scope) {
            case EXACT -> exact(arn);
            case APP_INSTANCE ->
                kind(arn)
                        .map(kind -> escaped(appInstance(arn)) + "/" + kind + "/*")
                        .orElseGet(() -> exact(arn));
            case ANY_APP_INSTANCE ->
                kind(arn)
                        .map(kind -> "app-instance/*/" + kind + "/*")
                        .orElseGet(() -> arn.type().equals("app-instance") ? "app-instance/*" : exact(arn));
        };
    }

    private static String exact(Arn arn) {
        return isAnyResource(arn)
                ? escaped(arn.resource().substring(0, arn.resource().length() - 1)) + "*"
                : escaped(arn.resource());
    }

    /** Returns the ARN that stands for this one in a policy; {@code *} if there is none; empty if no policy can name it. */
    static Optional<String> generalize(String resource, ResourceScope scope) {
        if (resource.equals("*")) {
            return Optional.of(resource);
        }
        return Arn.tryParse(resource)
                .filter(ResourcePatterns::isExpressible)
                .map(arn -> new Arn(arn.partition(), arn.service(), arn.region(), arn.account(), resource(scope, arn))
                        .toString());
    }

    /**
     * Wildcards and variables can be escaped in the last component only. The service is not always Amazon Chime: an endpoint of a
     * device is checked on the application of Amazon Pinpoint that is to reach it.
     */
    private static boolean isExpressible(Arn arn) {
        return !arn.service().isEmpty()
                && (arn.partition() + arn.service() + arn.region() + arn.account())
                        .chars()
                        .allMatch(unit -> unit == '-' || (unit < 128 && Character.isLetterOrDigit(unit)));
    }

    private static Optional<String> kind(Arn arn) {
        return arn.appInstance().map(instance -> arn.type()).filter(KINDS::contains);
    }

    private static String appInstance(Arn arn) {
        return arn.appInstance().orElseThrow().resource();
    }

    /** A list is checked on everything that it may hold, which no escape may narrow to one. */
    private static boolean isAnyResource(Arn arn) {
        return arn.id().equals("*");
    }

    private static String escaped(String resource) {
        StringBuilder text = new StringBuilder();
        resource.chars().forEach(unit -> {
            if (unit == '*' || unit == '?' || unit == '$') {
                text.append("${").append((char) unit).append('}');
            } else {
                text.append((char) unit);
            }
        });
        return text.toString();
    }
}
