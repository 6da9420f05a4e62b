package io.github.chimefake.iam;

import java.util.Set;

/**
 * What a service knows, as its page in the service authorization reference lists it.
 *
 * @param prefix what its actions and keys begin with, for example {@code chime}
 * @param actions the names of its actions without the prefix, for example {@code SendChannelMessage}
 * @param conditionKeys the condition keys that its requests have, global ones included; one that ends with a slash stands
 *     for all tags, for example {@code aws:ResourceTag/}
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Service authorization reference</a>
 */
public record ServiceVocabulary(String prefix, Set<String> actions, Set<String> conditionKeys) {
    public ServiceVocabulary {
        actions = Set.copyOf(actions);
        conditionKeys = Set.copyOf(conditionKeys);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("Received no actions of " + prefix + ", expected at least one");
        }
    }
}
