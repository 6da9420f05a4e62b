package io.github.chimefake.internal.access.context;

import io.github.chimefake.internal.arn.ArnParts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the condition keys of a single resource follow from.
 *
 * @param caller the caller of the request
 * @param arn the ARN that is checked, or {@code *}
 * @param tags the resource's tags at the time of the call
 */
public record ResourceFacts(CallerFacts caller, String arn, Map<String, String> tags) {
    /** Returns the account in the ARN, or that of the caller for {@code *}; empty if neither is known. */
    Optional<String> account() {
        return ArnParts.tryParse(arn)
                .map(ArnParts::account)
                .filter(account -> !account.isEmpty())
                .or(this::callersAccount);
    }

    private Optional<String> callersAccount() {
        return caller.principal().values("aws:PrincipalAccount").stream().findFirst();
    }

    /** Returns a key of the caller's organization if the resource belongs to the caller's account, and so to its organization. */
    List<String> ofSameOrganization(String callersKey) {
        return account().equals(callersAccount()) ? caller.set().values(callersKey) : List.of();
    }
}
