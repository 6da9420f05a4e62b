package io.github.chimefake.internal.protocol;

import static io.github.chimefake.internal.protocol.Shapes.optional;
import static io.github.chimefake.internal.protocol.Shapes.required;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.Shape.Member;
import io.github.chimefake.internal.protocol.Shape.Structure;
import java.util.List;

/**
 * The members of the requests of messaging, in the order of the service model. Those of identity are in
 * {@link IdentityRequestShapes}.
 */
final class RequestShapes {
    private static final Member BEARER = required("ChimeBearer", Shapes.CHIME_ARN);
    private static final Member CHANNEL_ARN = required("ChannelArn", Shapes.CHIME_ARN);
    private static final Member SUB_CHANNEL_ID = optional("SubChannelId", Shapes.SUB_CHANNEL_ID);
    static final Member MAX_RESULTS = optional("MaxResults", Shapes.MAX_RESULTS);
    static final Member NEXT_TOKEN = optional("NextToken", Shapes.NEXT_TOKEN);
    private static final Member MEMBER_ARN = required("MemberArn", Shapes.CHIME_ARN);
    static final Member APP_INSTANCE_ARN = required("AppInstanceArn", Shapes.CHIME_ARN);
    private static final Member CHANNEL_FLOW_ARN = required("ChannelFlowArn", Shapes.CHIME_ARN);
    private static final Member MESSAGE_ID = required("MessageId", Shapes.MESSAGE_ID);
    static final Member METADATA = optional("Metadata", Shapes.RESOURCE_METADATA);
    private static final Member MESSAGE_METADATA = optional("Metadata", Shapes.METADATA);
    static final Member NAME = required("Name", Shapes.NON_EMPTY_RESOURCE_NAME);
    static final Member CLIENT_REQUEST_TOKEN = required("ClientRequestToken", Shapes.CLIENT_REQUEST_TOKEN);
    private static final Member MODERATOR_ARN = required("ChannelModeratorArn", Shapes.CHIME_ARN);
    private static final Member RESOURCE_ARN = required("ResourceARN", Shapes.CHIME_ARN);
    private static final Member CONTENT = required("Content", Shapes.NON_EMPTY_CONTENT);
    private static final Member CONTENT_TYPE = optional("ContentType", Shapes.CONTENT_TYPE);
    static final Member APP_INSTANCE_USER_ARN = required("AppInstanceUserArn", Shapes.CHIME_ARN);
    static final Member TAGS = optional("Tags", Shapes.TAG_LIST);
    private static final Member PROCESSORS = required("Processors", Shapes.PROCESSOR_LIST);

    private RequestShapes() {}

    /** Returns the shape of the operation's request. */
    static Structure of(Operation operation) {
        return new Structure(operation.awsName() + "Request", members(operation));
    }

    // spotless:off
    private static List<Member> members(Operation operation) {
        return switch (operation) {
            case ASSOCIATE_CHANNEL_FLOW -> List.of(CHANNEL_ARN, CHANNEL_FLOW_ARN, BEARER);
            case BATCH_CREATE_CHANNEL_MEMBERSHIP -> List.of(
                CHANNEL_ARN, optional("Type", Shapes.CHANNEL_MEMBERSHIP_TYPE),
                required("MemberArns", Shapes.MEMBER_ARNS), BEARER, SUB_CHANNEL_ID);
            case CHANNEL_FLOW_CALLBACK -> List.of(
                required("CallbackId", Shapes.CALLBACK_ID_TYPE), CHANNEL_ARN,
                optional("DeleteResource", Shapes.NON_NULLABLE_BOOLEAN),
                required("ChannelMessage", Shapes.CHANNEL_MESSAGE_CALLBACK));
            case CREATE_CHANNEL -> List.of(
                APP_INSTANCE_ARN, NAME, optional("Mode", Shapes.CHANNEL_MODE),
                optional("Privacy", Shapes.CHANNEL_PRIVACY), METADATA, CLIENT_REQUEST_TOKEN,
                TAGS, BEARER, optional("ChannelId", Shapes.CHANNEL_ID),
                optional("MemberArns", Shapes.CHANNEL_MEMBER_ARNS),
                optional("ModeratorArns", Shapes.CHANNEL_MODERATOR_ARNS),
                optional("ElasticChannelConfiguration", Shapes.ELASTIC_CHANNEL_CONFIGURATION),
                optional("ExpirationSettings", Shapes.EXPIRATION_SETTINGS));
            case CREATE_CHANNEL_BAN -> List.of(CHANNEL_ARN, MEMBER_ARN, BEARER);
            case CREATE_CHANNEL_FLOW -> List.of(
                APP_INSTANCE_ARN, PROCESSORS, NAME, TAGS, CLIENT_REQUEST_TOKEN);
            case CREATE_CHANNEL_MEMBERSHIP -> List.of(
                CHANNEL_ARN, MEMBER_ARN, required("Type", Shapes.CHANNEL_MEMBERSHIP_TYPE), BEARER, SUB_CHANNEL_ID);
            case CREATE_CHANNEL_MODERATOR -> List.of(CHANNEL_ARN, MODERATOR_ARN, BEARER);
            case DELETE_CHANNEL -> List.of(CHANNEL_ARN, BEARER);
            case DELETE_CHANNEL_BAN -> List.of(CHANNEL_ARN, MEMBER_ARN, BEARER);
            case DELETE_CHANNEL_FLOW -> List.of(CHANNEL_FLOW_ARN);
            case DELETE_CHANNEL_MEMBERSHIP -> List.of(CHANNEL_ARN, MEMBER_ARN, BEARER, SUB_CHANNEL_ID);
            case DELETE_CHANNEL_MESSAGE -> List.of(CHANNEL_ARN, MESSAGE_ID, BEARER, SUB_CHANNEL_ID);
            case DELETE_CHANNEL_MODERATOR -> List.of(CHANNEL_ARN, MODERATOR_ARN, BEARER);
            case DELETE_MESSAGING_STREAMING_CONFIGURATIONS -> List.of(APP_INSTANCE_ARN);
            case DESCRIBE_CHANNEL -> List.of(CHANNEL_ARN, BEARER);
            case DESCRIBE_CHANNEL_BAN -> List.of(CHANNEL_ARN, MEMBER_ARN, BEARER);
            case DESCRIBE_CHANNEL_FLOW -> List.of(CHANNEL_FLOW_ARN);
            case DESCRIBE_CHANNEL_MEMBERSHIP -> List.of(CHANNEL_ARN, MEMBER_ARN, BEARER, SUB_CHANNEL_ID);
            case DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER -> List.of(
                CHANNEL_ARN, APP_INSTANCE_USER_ARN, BEARER);
            case DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER -> List.of(CHANNEL_ARN, APP_INSTANCE_USER_ARN, BEARER);
            case DESCRIBE_CHANNEL_MODERATOR -> List.of(CHANNEL_ARN, MODERATOR_ARN, BEARER);
            case DISASSOCIATE_CHANNEL_FLOW -> List.of(CHANNEL_ARN, CHANNEL_FLOW_ARN, BEARER);
            case GET_CHANNEL_MEMBERSHIP_PREFERENCES -> List.of(CHANNEL_ARN, MEMBER_ARN, BEARER);
            case GET_CHANNEL_MESSAGE -> List.of(CHANNEL_ARN, MESSAGE_ID, BEARER, SUB_CHANNEL_ID);
            case GET_CHANNEL_MESSAGE_STATUS -> List.of(CHANNEL_ARN, MESSAGE_ID, BEARER, SUB_CHANNEL_ID);
            case GET_MESSAGING_SESSION_ENDPOINT -> List.of(optional("NetworkType", Shapes.NETWORK_TYPE));
            case GET_MESSAGING_STREAMING_CONFIGURATIONS -> List.of(APP_INSTANCE_ARN);
            case LIST_CHANNEL_BANS -> List.of(CHANNEL_ARN, MAX_RESULTS, NEXT_TOKEN, BEARER);
            case LIST_CHANNEL_FLOWS -> List.of(APP_INSTANCE_ARN, MAX_RESULTS, NEXT_TOKEN);
            case LIST_CHANNEL_MEMBERSHIPS -> List.of(
                CHANNEL_ARN, optional("Type", Shapes.CHANNEL_MEMBERSHIP_TYPE), MAX_RESULTS, NEXT_TOKEN, BEARER,
                SUB_CHANNEL_ID);
            case LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER -> List.of(
                optional("AppInstanceUserArn", Shapes.CHIME_ARN), MAX_RESULTS, NEXT_TOKEN, BEARER);
            case LIST_CHANNEL_MESSAGES -> List.of(
                CHANNEL_ARN, optional("SortOrder", Shapes.SORT_ORDER), optional("NotBefore", Shapes.TIMESTAMP),
                optional("NotAfter", Shapes.TIMESTAMP), MAX_RESULTS, NEXT_TOKEN, BEARER, SUB_CHANNEL_ID);
            case LIST_CHANNEL_MODERATORS -> List.of(CHANNEL_ARN, MAX_RESULTS, NEXT_TOKEN, BEARER);
            case LIST_CHANNELS -> List.of(
                APP_INSTANCE_ARN, optional("Privacy", Shapes.CHANNEL_PRIVACY), MAX_RESULTS, NEXT_TOKEN, BEARER);
            case LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW -> List.of(CHANNEL_FLOW_ARN, MAX_RESULTS, NEXT_TOKEN);
            case LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER -> List.of(
                optional("AppInstanceUserArn", Shapes.CHIME_ARN), MAX_RESULTS, NEXT_TOKEN, BEARER);
            case LIST_SUB_CHANNELS -> List.of(CHANNEL_ARN, BEARER, MAX_RESULTS, NEXT_TOKEN);
            case LIST_TAGS_FOR_RESOURCE -> List.of(RESOURCE_ARN);
            case PUT_CHANNEL_EXPIRATION_SETTINGS -> List.of(
                CHANNEL_ARN, optional("ChimeBearer", Shapes.CHIME_ARN),
                optional("ExpirationSettings", Shapes.EXPIRATION_SETTINGS));
            case PUT_CHANNEL_MEMBERSHIP_PREFERENCES -> List.of(
                CHANNEL_ARN, MEMBER_ARN, BEARER, required("Preferences", Shapes.CHANNEL_MEMBERSHIP_PREFERENCES));
            case PUT_MESSAGING_STREAMING_CONFIGURATIONS -> List.of(
                APP_INSTANCE_ARN, required("StreamingConfigurations", Shapes.STREAMING_CONFIGURATION_LIST));
            case REDACT_CHANNEL_MESSAGE -> List.of(CHANNEL_ARN, MESSAGE_ID, BEARER, SUB_CHANNEL_ID);
            case SEARCH_CHANNELS -> List.of(
                optional("ChimeBearer", Shapes.CHIME_ARN), required("Fields", Shapes.SEARCH_FIELDS), MAX_RESULTS,
                NEXT_TOKEN);
            case SEND_CHANNEL_MESSAGE -> List.of(
                CHANNEL_ARN, CONTENT, required("Type", Shapes.CHANNEL_MESSAGE_TYPE),
                required("Persistence", Shapes.CHANNEL_MESSAGE_PERSISTENCE_TYPE), MESSAGE_METADATA, CLIENT_REQUEST_TOKEN,
                BEARER, optional("PushNotification", Shapes.PUSH_NOTIFICATION_CONFIGURATION),
                optional("MessageAttributes", Shapes.MESSAGE_ATTRIBUTE_MAP), SUB_CHANNEL_ID, CONTENT_TYPE,
                optional("Target", Shapes.TARGET_LIST));
            case TAG_RESOURCE -> List.of(RESOURCE_ARN, required("Tags", Shapes.TAG_LIST));
            case UNTAG_RESOURCE -> List.of(RESOURCE_ARN, required("TagKeys", Shapes.TAG_KEY_LIST));
            case UPDATE_CHANNEL -> List.of(
                CHANNEL_ARN, optional("Name", Shapes.NON_EMPTY_RESOURCE_NAME), optional("Mode", Shapes.CHANNEL_MODE),
                METADATA, BEARER);
            case UPDATE_CHANNEL_FLOW -> List.of(CHANNEL_FLOW_ARN, PROCESSORS, NAME);
            case UPDATE_CHANNEL_MESSAGE -> List.of(
                CHANNEL_ARN, MESSAGE_ID, CONTENT, MESSAGE_METADATA, BEARER, SUB_CHANNEL_ID, CONTENT_TYPE);
            case UPDATE_CHANNEL_READ_MARKER -> List.of(CHANNEL_ARN, BEARER);
            default -> IdentityRequestShapes.members(operation);
        };
    }
    // spotless:on
}
