package io.github.chimefake.internal.leastprivilege;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.ChildArn;
import io.github.chimefake.leastprivilege.ResourceScope;
import java.util.Optional;

/** ARN patterns of policies. */
final class ResourcePatterns {
    private ResourcePatterns() {}

    /** Returns the ARN that stands for this one in a policy; {@code *} if there is none; empty if no policy can name it. */
    static Optional<String> of(ResourceScope scope, String checked) {
        if (checked.equals("*")) {
            return Optional.of(checked);
        }
        return ArnParts.tryParse(checked)
                .filter(ResourcePatterns::canBeNamed)
                .map(parts -> new ArnParts(
                                parts.partition(),
                                parts.service(),
                                parts.region(),
                                parts.account(),
                                resource(scope, Arn.of(checked), parts.resource()))
                        .toString());
    }

    /**
     * Wildcards and variables can be escaped in the last component only. The service is not always Amazon Chime: an endpoint of a
     * device is checked on the application of Amazon Pinpoint that is to reach it.
     */
    private static boolean canBeNamed(ArnParts arn) {
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
