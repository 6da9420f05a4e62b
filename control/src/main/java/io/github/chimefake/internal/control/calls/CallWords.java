package io.github.chimefake.internal.control.calls;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.schema.ArraySchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;

/** The words that select calls, in rules, faults, limits, stale reads and queries of the journal. */
public final class CallWords {
    /** Operations, any of which is selected. */
    public static final ArraySchema OPERATIONS = Schema.array(
                    "Operations; without this and onGroup, any operation.", AwsNames.OPERATION)
            .size(1, 200);

    /** Members of a request. */
    public static final Schema MATCHING = Schema.map(
            "Members of the request in AWS's spelling, each with the value that it must be equal to; null for a member that must be"
                    + " missing. Requires exactly one operation in on.",
            Schema.any("The value, in the JSON of the service."));

    /** Who makes a call. */
    public static final Schema BY = Schema.named(
            "By",
            Schema.object("Who makes the call: the user in x-amz-chime-bearer, the caller that signs it, or both.")
                    .optional("user", References.USER)
                    .optional("caller", References.CALLER));

    private static final Schema BY_OR_ROLE = Schema.named(
            "ByOrRole",
            Schema.object(
                            "Who makes the call: the user in x-amz-chime-bearer, its role, the caller that signs it, or several of"
                                    + " these.")
                    .optional("user", References.USER)
                    .optional(
                            "role", Schema.names("The role of the user in the channel of the call.", ChannelRole.class))
                    .optional("caller", References.CALLER));

    private CallWords() {}

    /** Returns the words of rates, faults and stale reads. */
    public static ObjectSchema selection(String description) {
        return selection(description, BY);
    }

    /** Returns the words of permission rules, which may select a role. */
    public static ObjectSchema selectionWithRole(String description) {
        return selection(description, BY_OR_ROLE);
    }

    private static ObjectSchema selection(String description, Schema by) {
        return Schema.object(description)
                .optional("on", OPERATIONS)
                .optional(
                        "onGroup",
                        Schema.array(
                                        "Groups of operations, in addition to those of on.",
                                        Schema.names("A group of operations.", OperationGroup.class))
                                .size(1, 4))
                .optional("by", by)
                .optional("inChannel", References.CHANNEL)
                .optional(
                        "inAppInstance",
                        Schema.string("The ARN of an app instance: calls on it or on a resource in it.")
                                .length(1, 1600))
                .optional("matching", MATCHING)
                .optional(
                        "mayBeMissing",
                        Schema.bool(
                                "Whether the users and channels that are named here may be missing now. Without it, one that"
                                        + " does not exist is an error, as it is probably misspelled."));
    }

    /** Adds the words that select some of these calls by their number. */
    public static ObjectSchema schedule(ObjectSchema selection) {
        return selection
                .optional("once", Schema.bool("true for the next call only."))
                .optional("calls", number("The next calls only: how many."))
                .optional("nthCall", number("Only the n-th call after the registration, from 1."))
                .optional("fromCall", number("The n-th call after the registration, and all later ones."))
                .optional("everyNthCall", number("Every n-th call after the registration."));
    }

    /** Returns a schema of numbers from 1. */
    public static Schema number(String description) {
        return Schema.integer(description, 1, Integer.MAX_VALUE);
    }
}
