package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.leastprivilege.ResourceScope;
import java.util.Optional;
import java.util.Set;

/** Creates the ARN patterns of policies. */
final class ResourcePatterns {
    private static final Set<String> KINDS = Set.of("user", "bot", "channel", "channel-flow");

    private ResourcePatterns() {}

    /** Returns the last component of the pattern for an ARN. */
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

    /**
     * Returns the pattern that a policy needs for a resource; {@code *} for {@code *}; empty if no policy can express
     * it.
     */
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
     * Returns whether a policy can express the ARN. Wildcards and variables can be escaped only in the last component.
     * The service is not always Amazon Chime: a device endpoint is checked on its Amazon Pinpoint application.
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

    /**
     * Returns whether the ARN stands for all resources of a type, on which list operations are checked. Its wildcard
     * must not be escaped.
     */
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
