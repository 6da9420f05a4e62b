package io.github.chimefake.iam;

import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import java.util.List;
import java.util.Set;

/**
 * A valid IAM policy without a principal: an identity-based policy, a permissions boundary, a session policy or a service control
 * policy. Immutable; two are equal if their names and contents are equal. Not to be implemented by users.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON policy
 *     language</a>
 * @since 0.1
 */
@CheckReturnValue
public interface PolicyDocument {
    /**
     * Reads a policy strictly: elements, operators and values that IAM does not accept are errors. The policy is named {@code policy};
     * {@link PolicyTemplate} reads policies under other names.
     *
     * @throws InvalidPolicyException if the text is not a valid policy; the message says where and why
     */
    static PolicyDocument parse(String json) {
        return NamedPolicy.parse(json);
    }

    /** Returns the name that explanations use for the policy, for example the path of the file that it was read from. */
    String name();

    /**
     * Returns the parts of the policy that AWS accepts and that are most likely mistakes: actions that the service does not have, condition
     * keys that its requests never have, and values that cannot match.
     *
     * @param service the actions and condition keys of the service; statements about other services are checked only for mistakes that
     *     do not depend on a service
     */
    List<PolicyWarning> warnings(ServiceVocabulary service);

    /**
     * A part of a policy that AWS accepts and that is most likely a mistake. Immutable.
     *
     * @since 0.1
     */
    interface PolicyWarning {
        /** Returns the part's JSON path in the policy, for example {@code $.Statement[0].Action[1]}. */
        String path();

        /** Returns what was received, why it is doubtful, and what to write instead. */
        String message();
    }

    /**
     * The actions and condition keys of a service, as listed in its page of the service authorization reference. Immutable.
     *
     * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
     *     Service authorization reference</a>
     * @since 0.1
     */
    final class ServiceVocabulary {
        private final String prefix;
        private final Set<String> actions;
        private final Set<String> conditionKeys;

        private ServiceVocabulary(String prefix, Set<String> actions, Set<String> conditionKeys) {
            this.prefix = prefix;
            this.actions = Set.copyOf(actions);
            this.conditionKeys = Set.copyOf(conditionKeys);
        }

        /**
         * Returns the vocabulary of a service.
         *
         * @param prefix the prefix of its actions and condition keys, for example {@code chime}
         * @param actions the names of its actions without the prefix, for example {@code SendChannelMessage}; at least one
         * @param conditionKeys the condition keys that its requests have, including global ones; one that ends with a slash matches all
         *     tags, for example {@code aws:ResourceTag/}
         * @throws IllegalArgumentException if there are no actions
         */
        public static ServiceVocabulary of(String prefix, Set<String> actions, Set<String> conditionKeys) {
            if (actions.isEmpty()) {
                throw new IllegalArgumentException("of(\"" + prefix
                        + "\", …): received no actions, expected at least one, for example SendChannelMessage");
            }
            return new ServiceVocabulary(prefix, actions, conditionKeys);
        }

        /** Returns the prefix of the service's actions and condition keys. */
        public String prefix() {
            return prefix;
        }

        /** Returns the names of the service's actions, without the prefix. */
        public Set<String> actions() {
            return actions;
        }

        /** Returns the condition keys that requests to the service have. */
        public Set<String> conditionKeys() {
            return conditionKeys;
        }
    }
}
