package io.github.chimefake.access;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.CallFilter;
import io.github.chimefake.call.CallSelection;
import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.Operation;
import io.github.chimefake.call.Rule;
import java.util.Optional;

/**
 * A sentence about calls that are to be denied or allowed: whom ({@code by}), where ({@code inChannel}), and what. Only the
 * last word registers the rule. Of the rules that match a call, the latest wins.
 *
 * <pre>{@code
 * chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
 * chime.permissions().by(alice).inChannel(general).allow(SEND_CHANNEL_MESSAGE);
 * chime.permissions().deny(LIST_CHANNELS, FORBIDDEN);
 * }</pre>
 *
 * <p>A rule that allows lifts the rules before it; what the role of the bearer forbids stays forbidden.
 */
@CheckReturnValue
public sealed class PermissionSelection extends CallSelection<PermissionSelection>
        permits Permissions, CallerPermissionSelection {
    final PermissionRules rules;
    final CallerPolicies policies;

    PermissionSelection(PermissionRules rules, CallerPolicies policies, CallFilter filter) {
        super(filter);
        this.rules = rules;
        this.policies = policies;
    }

    @Override
    protected PermissionSelection with(CallFilter other) {
        return new PermissionSelection(rules, policies, other);
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
    public Rule deny(Operation first, Operation... more) {
        return register(filter().on(first, more), Optional.of(ChimeError.UNAUTHORIZED_CLIENT));
    }

    /** Denies the operation with the error. */
    @CanIgnoreReturnValue
    public Rule deny(Operation operation, ChimeError answer) {
        return register(filter().on(operation), Optional.of(answer));
    }

    /** Lifts what earlier rules deny: every operation, or those named with {@code on}. */
    @CanIgnoreReturnValue
    public Rule allow() {
        return register(filter(), Optional.empty());
    }

    /** Lifts what earlier rules deny of the operations. */
    @CanIgnoreReturnValue
    public Rule allow(Operation first, Operation... more) {
        return register(filter().on(first, more), Optional.empty());
    }

    private Rule register(CallFilter calls, Optional<ChimeError> denial) {
        PermissionRule rule = new PermissionRule(rules, calls, denial);
        rules.add(rule);
        return rule;
    }
}
