package io.github.chimefake.internal.protocol;

import static io.github.chimefake.internal.protocol.Shape.UNBOUNDED;

import io.github.chimefake.internal.constraints.TagConstraints;
import io.github.chimefake.internal.protocol.Shape.Choice;
import io.github.chimefake.internal.protocol.Shape.ListOf;
import io.github.chimefake.internal.protocol.Shape.MapOf;
import io.github.chimefake.internal.protocol.Shape.Member;
import io.github.chimefake.internal.protocol.Shape.Structure;
import io.github.chimefake.internal.protocol.Shape.Text;
import io.github.chimefake.internal.protocol.Shape.TextPattern;
import io.github.chimefake.internal.protocol.Shape.Unconstrained;
import io.github.chimefake.internal.protocol.Shape.WholeNumber;
import java.util.List;
import java.util.Optional;

/**
 * The shapes of the requests of messaging, with their names in the service model of API version 2021-05-15 (as changed
 * on 2025-10-24), including the shapes of both services. The SDK's classes do not contain these constraints. A test
 * compares them with the model.
 *
 * <p>The model has no maximum for message content. The maximum of 4 kB for a standard message is checked by the
 * service, not by a shape.
 */
final class Shapes {
    private Shapes() {}

    // spotless:off
    static final String ID_PATTERN = "[A-Za-z0-9]([A-Za-z0-9\\:\\-\\_\\.\\@]{0,62}[A-Za-z0-9])?";
    static final String NAME_PATTERN =
            "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]*";

    static final Text CALLBACK_ID_TYPE = text("CallbackIdType", 32, 64);
    static final Text CHANNEL_ID = text("ChannelId", 1, 64, ID_PATTERN);
    static final Text CHIME_ARN = text("ChimeArn", 5, 1600, ArnPattern.MODEL);
    static final Text CLIENT_REQUEST_TOKEN = text("ClientRequestToken", 2, 64, IdentifierPattern.MODEL);
    static final Text CONTENT_TYPE = text("ContentType", 0, 45, "[\\s\\S]*");
    static final Text FILTER_RULE = text("FilterRule", 1, UNBOUNDED, "[\\s\\S]*");
    static final Text LAMBDA_FUNCTION_ARN =
            text("LambdaFunctionArn", 15, 2048, "arn:aws:lambda:[a-z]{2}-[a-z]+-\\d{1}:\\d{12}:function:[a-zA-Z0-9\\-_\\.]+(:(\\$LATEST|[a-zA-Z0-9\\-_]+))?");
    static final Text MESSAGE_ATTRIBUTE_NAME = text("MessageAttributeName", 1, 64, "[\\s\\S]*");
    static final Text MESSAGE_ATTRIBUTE_STRING_VALUE = text("MessageAttributeStringValue", 1, 512, "[\\s\\S]*");
    static final Text MESSAGE_ID = text("MessageId", 1, 128, IdentifierPattern.MODEL);
    /** Of messages, whose size in bytes the service checks. */
    static final Text METADATA = text("Metadata", 0, 1024, ".*");
    static final Text NEXT_TOKEN = text("NextToken", 0, 2048, ".*");
    static final Text NON_EMPTY_CONTENT = text("NonEmptyContent", 1, UNBOUNDED, "[\\s\\S]*");
    static final Text NON_EMPTY_RESOURCE_NAME = text("NonEmptyResourceName", 1, 256, NAME_PATTERN);
    static final Text PUSH_NOTIFICATION_BODY = text("PushNotificationBody", 1, 150, "[\\s\\S]*");
    static final Text PUSH_NOTIFICATION_TITLE = text("PushNotificationTitle", 1, 50, ".*");
    static final Text RESOURCE_METADATA = METADATA.restricted(
            "Member must have at most 1024 bytes in UTF-8", TagConstraints::isAllowedMetadata);
    static final Text SEARCH_FIELD_VALUE = text("SearchFieldValue", 1, 512, "[\\s\\S]*");
    static final Text SUB_CHANNEL_ID = text("SubChannelId", 1, 128, IdentifierPattern.MODEL);
    static final Text TAG_KEY = text("TagKey", 1, 128)
            .restricted("Member must not begin with aws:, in any letter case", TagConstraints::isAllowedKey);
    static final Text TAG_VALUE = text("TagValue", 1, 256);

    static final WholeNumber CHANNEL_FLOW_EXECUTION_ORDER = new WholeNumber("ChannelFlowExecutionOrder", 1, 3);
    static final WholeNumber EXPIRATION_DAYS = new WholeNumber("ExpirationDays", 1, 5475);
    static final WholeNumber MAX_RESULTS = new WholeNumber("MaxResults", 1, 50);
    static final WholeNumber MAXIMUM_SUB_CHANNELS = new WholeNumber("MaximumSubChannels", 2, UNBOUNDED);
    static final WholeNumber MINIMUM_MEMBERSHIP_PERCENTAGE = new WholeNumber("MinimumMembershipPercentage", 1, 40);
    static final WholeNumber TARGET_MEMBERSHIPS_PER_SUB_CHANNEL =
            new WholeNumber("TargetMembershipsPerSubChannel", 2, UNBOUNDED);

    static final Choice ALLOW_NOTIFICATIONS = choice("AllowNotifications", "ALL", "NONE", "FILTERED");
    static final Choice CHANNEL_MEMBERSHIP_TYPE = choice("ChannelMembershipType", "DEFAULT", "HIDDEN");
    static final Choice CHANNEL_MESSAGE_PERSISTENCE_TYPE =
            choice("ChannelMessagePersistenceType", "PERSISTENT", "NON_PERSISTENT");
    static final Choice CHANNEL_MESSAGE_TYPE = choice("ChannelMessageType", "STANDARD", "CONTROL");
    static final Choice CHANNEL_MODE = choice("ChannelMode", "UNRESTRICTED", "RESTRICTED");
    static final Choice CHANNEL_PRIVACY = choice("ChannelPrivacy", "PUBLIC", "PRIVATE");
    static final Choice EXPIRATION_CRITERION =
            choice("ExpirationCriterion", "CREATED_TIMESTAMP", "LAST_MESSAGE_TIMESTAMP");
    static final Choice FALLBACK_ACTION = choice("FallbackAction", "CONTINUE", "ABORT");
    static final Choice INVOCATION_TYPE = choice("InvocationType", "ASYNC");
    static final Choice MESSAGING_DATA_TYPE = choice("MessagingDataType", "Channel", "ChannelMessage");
    static final Choice NETWORK_TYPE = choice("NetworkType", "IPV4_ONLY", "DUAL_STACK");
    static final Choice PUSH_NOTIFICATION_TYPE = choice("PushNotificationType", "DEFAULT", "VOIP");
    static final Choice SEARCH_FIELD_KEY = choice("SearchFieldKey", "MEMBERS");
    static final Choice SEARCH_FIELD_OPERATOR = choice("SearchFieldOperator", "EQUALS", "INCLUDES");
    static final Choice SORT_ORDER = choice("SortOrder", "ASCENDING", "DESCENDING");

    static final Unconstrained NON_NULLABLE_BOOLEAN = new Unconstrained("NonNullableBoolean");
    static final Unconstrained TIMESTAMP = new Unconstrained("Timestamp");

    static final ListOf CHANNEL_MEMBER_ARNS = new ListOf("ChannelMemberArns", CHIME_ARN, 1, 10);
    static final ListOf CHANNEL_MODERATOR_ARNS = new ListOf("ChannelModeratorArns", CHIME_ARN, 1, 10);
    static final Structure ELASTIC_CHANNEL_CONFIGURATION = structure("ElasticChannelConfiguration",
            required("MaximumSubChannels", MAXIMUM_SUB_CHANNELS),
            required("TargetMembershipsPerSubChannel", TARGET_MEMBERSHIPS_PER_SUB_CHANNEL),
            required("MinimumMembershipPercentage", MINIMUM_MEMBERSHIP_PERCENTAGE));
    static final Structure EXPIRATION_SETTINGS = structure("ExpirationSettings",
            required("ExpirationDays", EXPIRATION_DAYS),
            required("ExpirationCriterion", EXPIRATION_CRITERION));
    static final Structure LAMBDA_CONFIGURATION = structure("LambdaConfiguration",
            required("ResourceArn", LAMBDA_FUNCTION_ARN),
            required("InvocationType", INVOCATION_TYPE));
    static final ListOf MEMBER_ARNS = new ListOf("MemberArns", CHIME_ARN, 1, 100);
    static final ListOf MESSAGE_ATTRIBUTE_STRING_VALUES =
            new ListOf("MessageAttributeStringValues", MESSAGE_ATTRIBUTE_STRING_VALUE, 0, UNBOUNDED);
    static final Structure MESSAGE_ATTRIBUTE_VALUE = structure("MessageAttributeValue",
            optional("StringValues", MESSAGE_ATTRIBUTE_STRING_VALUES));
    static final MapOf MESSAGE_ATTRIBUTE_MAP =
            new MapOf("MessageAttributeMap", MESSAGE_ATTRIBUTE_NAME, MESSAGE_ATTRIBUTE_VALUE);
    static final Structure PROCESSOR_CONFIGURATION = structure("ProcessorConfiguration",
            required("Lambda", LAMBDA_CONFIGURATION));
    static final Structure PROCESSOR = structure("Processor",
            required("Name", NON_EMPTY_RESOURCE_NAME),
            required("Configuration", PROCESSOR_CONFIGURATION),
            required("ExecutionOrder", CHANNEL_FLOW_EXECUTION_ORDER),
            required("FallbackAction", FALLBACK_ACTION));
    static final ListOf PROCESSOR_LIST = new ListOf("ProcessorList", PROCESSOR, 1, 3);
    static final Structure PUSH_NOTIFICATION_CONFIGURATION = structure("PushNotificationConfiguration",
            optional("Title", PUSH_NOTIFICATION_TITLE),
            optional("Body", PUSH_NOTIFICATION_BODY),
            optional("Type", PUSH_NOTIFICATION_TYPE));
    static final Structure CHANNEL_MESSAGE_CALLBACK = structure("ChannelMessageCallback",
            required("MessageId", MESSAGE_ID),
            optional("Content", NON_EMPTY_CONTENT),
            optional("Metadata", METADATA),
            optional("PushNotification", PUSH_NOTIFICATION_CONFIGURATION),
            optional("MessageAttributes", MESSAGE_ATTRIBUTE_MAP),
            optional("SubChannelId", SUB_CHANNEL_ID),
            optional("ContentType", CONTENT_TYPE));
    static final Structure PUSH_NOTIFICATION_PREFERENCES = structure("PushNotificationPreferences",
            required("AllowNotifications", ALLOW_NOTIFICATIONS),
            optional("FilterRule", FILTER_RULE));
    static final Structure CHANNEL_MEMBERSHIP_PREFERENCES = structure("ChannelMembershipPreferences",
            optional("PushNotifications", PUSH_NOTIFICATION_PREFERENCES));
    static final ListOf SEARCH_FIELD_VALUES = new ListOf("SearchFieldValues", SEARCH_FIELD_VALUE, 1, 20);
    static final Structure SEARCH_FIELD = structure("SearchField",
            required("Key", SEARCH_FIELD_KEY),
            required("Values", SEARCH_FIELD_VALUES),
            required("Operator", SEARCH_FIELD_OPERATOR));
    static final ListOf SEARCH_FIELDS = new ListOf("SearchFields", SEARCH_FIELD, 1, 20);
    static final Structure STREAMING_CONFIGURATION = structure("StreamingConfiguration",
            required("DataType", MESSAGING_DATA_TYPE),
            required("ResourceArn", CHIME_ARN));
    static final ListOf STREAMING_CONFIGURATION_LIST =
            new ListOf("StreamingConfigurationList", STREAMING_CONFIGURATION, 1, 2);
    static final Structure TAG = structure("Tag",
            required("Key", TAG_KEY),
            required("Value", TAG_VALUE));
    static final ListOf TAG_KEY_LIST = new ListOf("TagKeyList", TAG_KEY, 1, 50);
    static final ListOf TAG_LIST = new ListOf("TagList", TAG, 1, 50);
    static final Structure TARGET = structure("Target",
            optional("MemberArn", CHIME_ARN));
    static final ListOf TARGET_LIST = new ListOf("TargetList", TARGET, 1, 1);
    // spotless:on

    /** Returns a required member. */
    static Member required(String name, Shape shape) {
        return new Member(name, shape, true);
    }

    /** Returns an optional member. */
    static Member optional(String name, Shape shape) {
        return new Member(name, shape, false);
    }

    static Text text(String name, int minLength, int maxLength) {
        return new Text(name, minLength, maxLength, Optional.empty(), Optional.empty());
    }

    static Text text(String name, int minLength, int maxLength, String pattern) {
        return new Text(name, minLength, maxLength, Optional.of(TextPattern.of(pattern)), Optional.empty());
    }

    static Choice choice(String name, String... values) {
        return new Choice(name, List.of(values));
    }

    static Structure structure(String name, Member... members) {
        return new Structure(name, List.of(members));
    }
}
