package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.ChildArn;
import io.github.chimefake.leastprivilege.ResourceScope;
import java.util.Optional;

/** Creates the ARN patterns of policies. */
final class ResourcePatterns {
    private ResourcePatterns() {}

    /** Returns the ARN that stands for this one in a policy; {@code *} if there is none; empty if no policy can name it. */
    static Optional<String> generalize(String resource, ResourceScope scope) {
        if (resource.equals("*")) {
            return Optional.of(resource);
        }
        return ArnParts.tryParse(resource)
                .filter(ResourcePatterns::isExpressible)
                .map(parts -> new ArnParts(
                                parts.partition(),
                                parts.service(),
                                parts.region(),
                                parts.account(),
                                resource(scope, Arn.of(resource), parts.resource()))
                        .toString());
    }

    /**
     * Returns whether a policy can express the ARN. Wildcards and variables can be escaped only in the last component.
     * The service is not always Amazon Chime: a device endpoint is checked on its Amazon Pinpoint application.
     */
    private static boolean isExpressible(ArnParts arn) {
        return !arn.service().isEmpty()
                && (arn.partition() + arn.service() + arn.region() + arn.account())
                        .chars()
                        .allMatch(unit -> unit == '-' || (unit < 128 && Character.isLetterOrDigit(unit)));
    }

    /** Returns the last component of the ARN that stands for this one. */
    private static String resource(ResourceScope scope, Arn arn, String resource) {
        if (scope != ResourceScope.EXACT && arn instanceof ChildArn child) {
            String appInstance = scope == ResourceScope.APP_INSTANCE
                    ? escaped(child.appInstance().parts().resource())
                    : AppInstanceArn.EVERY;
            return appInstance + "/" + child.kind() + "/*";
        }
        if (scope == ResourceScope.ANY_APP_INSTANCE && arn instanceof AppInstanceArn) {
            return AppInstanceArn.EVERY;
        }
        // A list is checked on everything that it may contain, so that its wildcard must stay one.
        return arn.id().equals("*") ? escaped(resource.substring(0, resource.length() - 1)) + "*" : escaped(resource);
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
