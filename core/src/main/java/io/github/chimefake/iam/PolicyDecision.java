package io.github.chimefake.iam;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Optional;

/**
 * The decision of policies on an action, with the reasons. Immutable.
 *
 * @since 0.1
 */
@CheckReturnValue
public interface PolicyDecision {
    /** Returns whether the action is allowed on every resource. */
    boolean isAllowed();

    /** Returns the outcome for the resources together: {@link Outcome#ALLOWED} only if the action is allowed on every resource. */
    Outcome outcome();

    /** Returns the decision on each resource, in the order given, without repetitions. */
    List<ResourceDecision> resources();

    /**
     * Returns the decision that denied the action: the first explicit denial, or else the first implicit one; empty if the action is
     * allowed.
     */
    Optional<ResourceDecision> firstDenied();

    /**
     * Returns the reasons as text: which statement of which policy allows or denies the action on which resource. If no statement
     * allows it, the text names the statements that nearly do, and the reasons why they do not apply.
     */
    String explain();

    /**
     * The outcome of an evaluation. The constants are in the order of precedence: the last one that applies decides.
     *
     * @since 0.1
     */
    enum Outcome {
        /** Every kind of policy that must allow the action does, and no statement denies it. */
        ALLOWED,
        /** No statement denies the action, and a kind of policy that must allow it does not. */
        IMPLICITLY_DENIED,
        /** A statement denies the action. */
        EXPLICITLY_DENIED
    }

    /**
     * The decision on one resource. Immutable.
     *
     * @since 0.1
     */
    @CheckReturnValue
    interface ResourceDecision {
        /** Returns the ARN, or {@code *}. */
        String resource();

        /** Returns the outcome for this resource. */
        Outcome outcome();

        /** Returns the kind of policy that AWS names in its error message; empty if the action is allowed. */
        Optional<PolicyKind> deniedBy();

        /** Returns the reasons as text, for this resource only. */
        String explain();

        /** Returns every statement that applies, those that allow and those that deny, by kind and in the order of the policies. */
        List<MatchedStatement> matched();

        /**
         * Returns the statements that determine the outcome: those that deny, or else those that allow.
         *
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">EvaluationResult</a>, whose
         *     {@code MatchedStatements} these are
         */
        List<MatchedStatement> deciding();
    }

    /**
     * A statement that applies to a request. Immutable; two are equal if all their parts are equal.
     *
     * @since 0.1
     */
    interface MatchedStatement {
        /** Returns the kind of the policy. */
        PolicyKind kind();

        /** Returns the name of the policy. */
        String policyName();

        /** Returns the level of the organization that the policy was attached to; empty if it was attached without one. */
        Optional<String> level();

        /** Returns the statement's index in the policy, from 0. */
        int index();

        /** Returns the statement's id; empty if it has none. */
        Optional<String> sid();

        /** Returns whether the statement denies; otherwise, it allows. */
        boolean isDeny();
    }
}
