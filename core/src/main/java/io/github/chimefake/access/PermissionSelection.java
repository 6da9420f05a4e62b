package io.github.chimefake.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.CallSelection;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.OperationGroup;
import io.github.chimefake.call.Rule;
import java.util.Optional;

/**
 * A sentence about calls that are to be denied or allowed: whom ({@code by}), where ({@code inChannel},
 * {@code inAppInstance}), how often ({@code once}, {@code calls}; until lifted, if left out), and what. Only the
 * last word registers the rule. Of the rules that match a call, the latest wins.
 *
 * <pre>{@code
 * chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
 * chime.permissions().by(alice).inChannel(general).allow(SEND_CHANNEL_MESSAGE);
 * chime.permissions().deny(LIST_CHANNELS, FORBIDDEN);
 * chime.permissions().by(ChannelRole.MODERATOR).once().deny(OperationGroup.MODERATION);
 * }</pre>
 *
 * <p>A rule that allows lifts the rules before it; what the role of the bearer forbids stays forbidden. A rule about
 * operations of the identity service alone that names a user, a role or a channel is an IllegalArgumentException, as these
 * have no bearer and no channel.
 */
@CheckReturnValue
public sealed class PermissionSelection extends CallSelection<PermissionSelection>
        permits Permissions, CallerPermissionSelection {
    final PermissionRules rules;
    final CallerPolicies policies;
    private final RuleTerms terms;

    PermissionSelection(PermissionRules rules, CallerPolicies policies, RuleTerms terms) {
        super(terms.filter());
        this.rules = rules;
        this.policies = policies;
        this.terms = terms;
    }

    @Override
    protected PermissionSelection with(CallFilter other) {
        return with(terms.with(other));
    }

    private PermissionSelection with(RuleTerms other) {
        return new PermissionSelection(rules, policies, other);
    }

    /**
     * Only calls whose bearer has this role in the channel that the call is about. Somebody that nobody registered has none,
     * and on no channel only an administrator has one.
     */
    public PermissionSelection by(ChannelRole role) {
        return with(terms.by(role));
    }

    /** Only the next call. */
    public PermissionSelection once() {
        return calls(1);
    }

    /**
     * Only the next calls; after them earlier rules decide again. Calls that a later rule takes do not count.
     *
     * @param count how many, at least 1
     */
    public PermissionSelection calls(int count) {
        return with(terms.calls(count));
    }

    /** Denies the calls with {@code UnauthorizedClientException}: every operation, or those named with {@code on}. */
    @CanIgnoreReturnValue
    public Rule deny() {
        return register(filter(), Optional.of(ChimeError.UNAUTHORIZED_CLIENT));
    }

    /** Denies the calls with the error: every operation, or those named with {@code on}. */
    @CanIgnoreReturnValue
    public Rule deny(ChimeError answer) {
        return register(filter(), Optional.of(answer));
    }

    /** Denies the operations with {@code UnauthorizedClientException}. */
    @CanIgnoreReturnValue
    public Rule deny(ChimeOperation first, ChimeOperation... more) {
        return register(filter().on(first, more), Optional.of(ChimeError.UNAUTHORIZED_CLIENT));
    }

    /** Denies the operation with the error. */
    @CanIgnoreReturnValue
    public Rule deny(ChimeOperation operation, ChimeError answer) {
        return register(filter().on(operation), Optional.of(answer));
    }

    /** Denies the operations of the group with {@code UnauthorizedClientException}. */
    @CanIgnoreReturnValue
    public Rule deny(OperationGroup group) {
        return deny(group, ChimeError.UNAUTHORIZED_CLIENT);
    }

    /** Denies the operations of the group with the error. */
    @CanIgnoreReturnValue
    public Rule deny(OperationGroup group, ChimeError answer) {
        return register(filter().on(group.operations()), Optional.of(answer));
    }

    /** Lifts what earlier rules deny: every operation, or those named with {@code on}. */
    @CanIgnoreReturnValue
    public Rule allow() {
        return register(filter(), Optional.empty());
    }

    /** Lifts what earlier rules deny of the operations. */
    @CanIgnoreReturnValue
    public Rule allow(ChimeOperation first, ChimeOperation... more) {
        return register(filter().on(first, more), Optional.empty());
    }

    /** Lifts what earlier rules deny of the operations of the group. */
    @CanIgnoreReturnValue
    public Rule allow(OperationGroup group) {
        return register(filter().on(group.operations()), Optional.empty());
    }

    private Rule register(CallFilter calls, Optional<ChimeError> denial) {
        PermissionRule rule = new PermissionRule(rules, terms.with(calls).requireSatisfiable(), denial);
        rules.add(rule);
        return rule;
    }
}
