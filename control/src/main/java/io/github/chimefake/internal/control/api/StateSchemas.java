package io.github.chimefake.internal.control.api;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.StringSchema;
import io.github.chimefake.state.StoredCaller.AccessKeyStatus;

/** The JSON of a state, which docs/state.md explains. What is absent, empty or false is left out of it. */
final class StateSchemas {
    private static final StringSchema ARN = Schema.string("An ARN.");
    private static final StringSchema USER = Schema.string("The ARN of a user or bot.");
    private static final StringSchema TEXT = Schema.string("Text.").length(0, 100_000);
    private static final StringSchema INSTANT = Schema.string("An instant in ISO 8601.");
    private static final Schema TAGS = Schema.map("Tags by their keys.", TEXT);
    private static final Schema YES = Schema.bool("True, else it is left out.");

    static final NamedSchema APP_INSTANCE = Schema.named(
            "StoredAppInstance",
            Schema.object("An app instance.")
                    .required("arn", ARN)
                    .required("name", TEXT)
                    .optional("metadata", TEXT)
                    .required("created", INSTANT)
                    .required("updated", INSTANT)
                    .optional("retentionDays", count("For how many days messages are kept."))
                    .optional("retentionDeletionStart", INSTANT)
                    .optional("messagesDeletedBefore", INSTANT)
                    .optional(
                            "streamingConfigurations",
                            Schema.array(
                                    "The streaming configurations.",
                                    Schema.object("A streaming configuration.")
                                            .optional("dataType", TEXT)
                                            .optional("resourceArn", ARN)))
                    .optional("tags", TAGS));

    private static final ObjectSchema LEX_BOT = Schema.object("The Amazon Lex bot behind a bot.")
            .required("aliasArn", ARN)
            .required("localeId", TEXT)
            .optional("invokedByStandardMessages", TEXT)
            .optional("invokedByTargetedMessages", TEXT)
            .optional("respondsTo", TEXT)
            .optional("welcomeIntent", TEXT);

    private static final ObjectSchema PUSH_ENDPOINT = Schema.object("A device for push notifications.")
            .required("id", TEXT)
            .optional("name", TEXT)
            .required("type", TEXT)
            .required("resourceArn", ARN)
            .required("allowMessages", TEXT)
            .required("created", INSTANT)
            .required("updated", INSTANT);

    static final NamedSchema STORED_USER = Schema.named(
            "StoredUser",
            Schema.object("A user or bot.")
                    .required("arn", ARN)
                    .required("id", TEXT)
                    .required("name", TEXT)
                    .optional("metadata", TEXT)
                    .required("created", INSTANT)
                    .required("updated", INSTANT)
                    .optional("isBot", YES)
                    .optional("adminSince", INSTANT)
                    .optional("validFrom", INSTANT)
                    .optional("expirationDays", count("How many days after its creation it expires."))
                    .optional("lexBot", LEX_BOT)
                    .optional("endpoints", Schema.array("Devices.", PUSH_ENDPOINT))
                    .optional("tags", TAGS));

    static final NamedSchema MEMBERSHIP = Schema.named(
            "StoredMembership",
            Schema.object("A membership.")
                    .required("user", USER)
                    .required("type", TEXT)
                    .optional("invitedBy", USER)
                    .required("created", INSTANT)
                    .optional("readMarker", INSTANT)
                    .optional(
                            "preferences",
                            Schema.object("The preferences of the member.")
                                    .optional(
                                            "pushNotifications",
                                            Schema.object("The preferences for push notifications.")
                                                    .optional("allowNotifications", TEXT)
                                                    .optional("filterRule", TEXT)))
                    .optional("subChannels", Schema.array("Ids of sub-channels.", TEXT)));

    static final NamedSchema APPOINTMENT = Schema.named(
            "StoredAppointment",
            Schema.object("A moderator or a ban.")
                    .required("user", USER)
                    .optional("createdBy", USER)
                    .required("created", INSTANT));

    static final NamedSchema MESSAGE = Schema.named(
            "StoredMessage",
            Schema.object("A message.")
                    .required("id", TEXT)
                    .optional("subChannel", TEXT)
                    .required("sender", USER)
                    .required("type", TEXT)
                    .optional("content", TEXT)
                    .optional("metadata", TEXT)
                    .optional("contentType", TEXT)
                    .optional(
                            "attributes",
                            Schema.map(
                                    "Message attributes by their names.",
                                    Schema.object("An attribute.")
                                            .optional("stringValues", Schema.array("Its values.", TEXT))))
                    .optional("target", USER)
                    .required("status", TEXT)
                    .optional("redacted", YES)
                    .optional("hidden", YES)
                    .required("created", INSTANT)
                    .required("updated", INSTANT)
                    .optional("edited", INSTANT));

    private static final NamedSchema PROCESSOR = Schema.named(
            "StoredProcessor",
            Schema.object("A processor of a channel flow.")
                    .optional(
                            "configuration",
                            Schema.object("Where it runs.")
                                    .optional(
                                            "lambda",
                                            Schema.object("A Lambda function.")
                                                    .optional("invocationType", TEXT)
                                                    .optional("resourceArn", ARN)))
                    .optional("executionOrder", count("Its place."))
                    .optional("fallbackAction", TEXT)
                    .optional("name", TEXT));

    static final NamedSchema CHANNEL = Schema.named(
            "StoredChannel",
            Schema.object("A channel.")
                    .required("arn", ARN)
                    .required("id", TEXT)
                    .required("name", TEXT)
                    .required("mode", TEXT)
                    .required("privacy", TEXT)
                    .optional("metadata", TEXT)
                    .optional("createdBy", USER)
                    .required("created", INSTANT)
                    .required("updated", INSTANT)
                    .optional(
                            "expiration",
                            Schema.object("When it expires.")
                                    .optional("expirationCriterion", TEXT)
                                    .optional("expirationDays", count("Days.")))
                    .optional("channelFlowArn", ARN)
                    .optional(
                            "elasticConfiguration",
                            Schema.object("The configuration of an elastic channel.")
                                    .optional("maximumSubChannels", count("The highest number of sub-channels."))
                                    .optional("minimumMembershipPercentage", count("A percentage."))
                                    .optional("targetMembershipsPerSubChannel", count("Members per sub-channel.")))
                    .optional("subChannels", Schema.array("Ids of sub-channels.", TEXT))
                    .optional("tags", TAGS)
                    .optional("members", Schema.array("The members.", MEMBERSHIP))
                    .optional("moderators", Schema.array("The moderators.", APPOINTMENT))
                    .optional("bans", Schema.array("The bans.", APPOINTMENT))
                    .optional("messages", Schema.array("The messages, the oldest first.", MESSAGE))
                    .optional(
                            "messagesInFlow",
                            Schema.array(
                                    "The messages that a channel flow is processing.",
                                    Schema.object("A message in a channel flow.")
                                            .required("callbackId", TEXT)
                                            .required("message", MESSAGE)
                                            .optional("persistent", YES)
                                            .optional("update", YES)
                                            .optional("processors", Schema.array("Those to come.", PROCESSOR))
                                            .required("since", INSTANT))));

    private static final NamedSchema CHANNEL_FLOW = Schema.named(
            "StoredChannelFlow",
            Schema.object("A channel flow.")
                    .required("arn", ARN)
                    .required("id", TEXT)
                    .required("name", TEXT)
                    .optional("processors", Schema.array("Its processors.", PROCESSOR))
                    .required("created", INSTANT)
                    .required("updated", INSTANT)
                    .optional("tags", TAGS));

    static final NamedSchema CALLER = Schema.named(
            "StoredCaller",
            Schema.object("A caller, without its secrets.")
                    .required("uniqueId", TEXT)
                    .required("principalArn", ARN)
                    .optional("tags", TAGS)
                    .optional("contextKeys", Schema.map("Condition keys.", Schema.array("Their values.", TEXT)))
                    .optional("policies", Schema.array("Kind and name of the policies that apply to it.", TEXT))
                    .optional(
                            "accessKeys",
                            Schema.array(
                                    "All of its access keys; the last one is current.",
                                    Schema.object("An access key, without its secret.")
                                            .required("id", TEXT)
                                            .required("status", Schema.names("Its status.", AccessKeyStatus.class))
                                            .optional("issued", INSTANT)
                                            .optional("expiration", INSTANT))));

    private static final ObjectSchema SETTINGS = Schema.object("Settings that differ from the defaults.")
            .optional("openDirectory", YES)
            .optional("newUsersValidAfter", Schema.string("A duration in ISO 8601."))
            .optional("repeatedCreationFails", YES)
            .optional("quotas", Schema.map("Limits by the names of quotas.", count("A limit.")))
            .optional("roles", Schema.map("Overrides of the role matrix by the names of operations.", roles()))
            .optional("messagingSessionEndpoint", TEXT);

    static final NamedSchema STATE = Schema.named(
            "State",
            Schema.object("The state, in its canonical form: equal states have equal JSON.")
                    .required("format", Schema.integer("The version of this form.", 1, 1))
                    .required("appInstances", Schema.array("The app instances.", APP_INSTANCE))
                    .required("users", Schema.array("The users and bots.", STORED_USER))
                    .required("channels", Schema.array("The channels.", CHANNEL))
                    .required("channelFlows", Schema.array("The channel flows.", CHANNEL_FLOW))
                    .required("callers", Schema.array("The callers.", CALLER))
                    .optional("settings", SETTINGS));

    private StateSchemas() {}

    private static Schema count(String description) {
        return Schema.integer(description, 0, Integer.MAX_VALUE);
    }

    private static ObjectSchema roles() {
        ObjectSchema roles = Schema.object("Whether roles may call the operation.");
        for (ChannelRole role : ChannelRole.values()) {
            roles = roles.optional(role.name(), Schema.bool("Whether the role may call it."));
        }
        return roles;
    }
}
