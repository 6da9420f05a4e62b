package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.assumed;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.util.List;
import java.util.Set;

/** Constraints on filter rules, which select the push notifications of a member. */
public final class FilterRuleConstraints {

    public static final DocumentedConstraint SIZE = documented(
            "A filter rule has at most 2 KB (2,048 bytes).",
            "`Preferences.PushNotifications.FilterRule`",
            Set.of(PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
            BAD_REQUEST,
            Pages.guide("Using filter rules to filter messages", "filter-msgs"));

    public static final DocumentedConstraint COMPLEXITY = documented(
            "A filter rule has a complexity of at most 20: the number of its keys and values, without `$or` and `anything-but`.",
            "`Preferences.PushNotifications.FilterRule`",
            Set.of(PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
            BAD_REQUEST,
            Pages.guide("Using filter rules to filter messages", "filter-msgs"));

    public static final DocumentedConstraint ALTERNATIVES = documented(
            "An `$or` has at most five constraints.",
            "`Preferences.PushNotifications.FilterRule`",
            Set.of(PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
            BAD_REQUEST,
            Pages.guide("Using filter rules to filter messages", "filter-msgs"));

    public static final DocumentedConstraint FORM = documented(
            "A filter rule is a JSON object: each key has a list of exact strings, of which `anything-but` may exclude some, and `$or` has a list of such objects.",
            "`Preferences.PushNotifications.FilterRule`",
            Set.of(PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
            BAD_REQUEST,
            Pages.guide("Using filter rules to filter messages", "filter-msgs"));

    public static final DocumentedConstraint FILTERED = assumed(
            "`FILTERED` needs a filter rule.",
            "`Preferences.PushNotifications`",
            Set.of(PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
            BAD_REQUEST,
            "The pages only show both together.");

    static final List<DocumentedConstraint> ALL = List.of(SIZE, COMPLEXITY, ALTERNATIVES, FORM, FILTERED);

    private FilterRuleConstraints() {}
}
