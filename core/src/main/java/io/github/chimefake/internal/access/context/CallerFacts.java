package io.github.chimefake.internal.access.context;

import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.PrincipalContext;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the condition keys of a caller follow from.
 *
 * @param caller the caller
 * @param set the keys that the test set for the caller, without those that it set to no value
 * @param region the region of the fake, which is the same for all calls
 * @param principal the keys that follow from its ARN; empty if that is not a principal's
 */
public record CallerFacts(Caller caller, RequestContext set, String region, RequestContext principal) {
    /** Returns what is known of a caller. */
    public static CallerFacts of(Caller caller, String region) {
        RequestContext.Builder set = RequestContext.builder();
        caller.contextKeys().forEach(set::put);
        return new CallerFacts(
                caller,
                set.build(),
                region,
                PrincipalContext.find(caller.principalArn()).orElse(RequestContext.empty()));
    }

    /** Returns whether the caller has temporary credentials. */
    boolean isTemporary() {
        return caller.sessionToken().isPresent() || Caller.isTemporary(caller.principalArn());
    }

    /** Returns whether someone outside of IAM is behind the caller, so that IAM knows nothing of its multi-factor authentication. */
    boolean isFederated() {
        return principal.values("aws:PrincipalType").contains("FederatedUser")
                || hasAny("aws:FederatedProvider", "saml:sub", "saml:sub_type", "saml:namequalifier")
                || identityProvider().isPresent();
    }

    /** Returns the OpenID Connect provider of which the test set a key, such as {@code cognito-identity.amazonaws.com}. */
    Optional<String> identityProvider() {
        return set.asMap().keySet().stream()
                .filter(CallerFacts::startsWithDomain)
                .map(key -> key.substring(0, key.lastIndexOf(':')))
                .findFirst();
    }

    /** Keys of services start with a prefix like {@code aws}, which has no dot. */
    private static boolean startsWithDomain(String key) {
        int dot = key.indexOf('.');
        return dot > 0 && dot < key.indexOf(':');
    }

    /** Returns whether the test set one of the keys to a value. */
    boolean hasAny(String... keys) {
        return Stream.of(keys).anyMatch(key -> !set.values(key).isEmpty());
    }
}
