package io.github.chimefake.internal.protocol;

import static io.github.chimefake.internal.protocol.RequestShapes.APP_INSTANCE_ARN;
import static io.github.chimefake.internal.protocol.RequestShapes.APP_INSTANCE_USER_ARN;
import static io.github.chimefake.internal.protocol.RequestShapes.CLIENT_REQUEST_TOKEN;
import static io.github.chimefake.internal.protocol.RequestShapes.MAX_RESULTS;
import static io.github.chimefake.internal.protocol.RequestShapes.METADATA;
import static io.github.chimefake.internal.protocol.RequestShapes.NAME;
import static io.github.chimefake.internal.protocol.RequestShapes.NEXT_TOKEN;
import static io.github.chimefake.internal.protocol.RequestShapes.TAGS;
import static io.github.chimefake.internal.protocol.Shapes.optional;
import static io.github.chimefake.internal.protocol.Shapes.required;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.Shape.Member;
import java.util.List;

/** The members of the requests of identity, in the order of the service model. */
final class IdentityRequestShapes {
    private static final Member ADMIN_ARN = required("AppInstanceAdminArn", Shapes.CHIME_ARN);
    private static final Member BOT_ARN = required("AppInstanceBotArn", Shapes.CHIME_ARN);

    /** Some endpoint operations use a shape for the same ARN that is marked as sensitive. */
    private static final Member SENSITIVE_USER_ARN = required("AppInstanceUserArn", IdentityShapes.SENSITIVE_CHIME_ARN);

    private static final Member ENDPOINT_ID = required("EndpointId", IdentityShapes.STRING_64);
    private static final Member ENDPOINT_NAME = optional("Name", IdentityShapes.SENSITIVE_STRING_1600);
    private static final Member ALLOW_MESSAGES = optional("AllowMessages", IdentityShapes.ALLOW_MESSAGES);
    private static final Member USER_NAME = required("Name", IdentityShapes.USER_NAME);
    private static final Member NEW_METADATA = required("Metadata", Shapes.RESOURCE_METADATA);
    private static final Member EXPIRATION_SETTINGS =
            optional("ExpirationSettings", IdentityShapes.EXPIRATION_SETTINGS);

    private IdentityRequestShapes() {}

    // spotless:off
    static List<Member> members(Operation operation) {
        return switch (operation) {
            case CREATE_APP_INSTANCE -> List.of(NAME, METADATA, CLIENT_REQUEST_TOKEN, TAGS);
            case CREATE_APP_INSTANCE_ADMIN, DELETE_APP_INSTANCE_ADMIN, DESCRIBE_APP_INSTANCE_ADMIN -> List.of(
                ADMIN_ARN, APP_INSTANCE_ARN);
            case CREATE_APP_INSTANCE_BOT -> List.of(
                APP_INSTANCE_ARN, optional("Name", IdentityShapes.RESOURCE_NAME), METADATA, CLIENT_REQUEST_TOKEN, TAGS,
                required("Configuration", IdentityShapes.CONFIGURATION));
            case CREATE_APP_INSTANCE_USER -> List.of(
                APP_INSTANCE_ARN, required("AppInstanceUserId", IdentityShapes.USER_ID), USER_NAME, METADATA,
                CLIENT_REQUEST_TOKEN, TAGS, EXPIRATION_SETTINGS);
            case DELETE_APP_INSTANCE, DESCRIBE_APP_INSTANCE, GET_APP_INSTANCE_RETENTION_SETTINGS -> List.of(
                APP_INSTANCE_ARN);
            case DELETE_APP_INSTANCE_BOT, DESCRIBE_APP_INSTANCE_BOT -> List.of(BOT_ARN);
            case DELETE_APP_INSTANCE_USER, DESCRIBE_APP_INSTANCE_USER -> List.of(APP_INSTANCE_USER_ARN);
            case DEREGISTER_APP_INSTANCE_USER_ENDPOINT -> List.of(APP_INSTANCE_USER_ARN, ENDPOINT_ID);
            // Only here does the model allow any text as an ARN.
            case DESCRIBE_APP_INSTANCE_USER_ENDPOINT -> List.of(
                required("AppInstanceUserArn", IdentityShapes.STRING_1600), ENDPOINT_ID);
            case LIST_APP_INSTANCE_ADMINS, LIST_APP_INSTANCE_BOTS, LIST_APP_INSTANCE_USERS -> List.of(
                APP_INSTANCE_ARN, MAX_RESULTS, NEXT_TOKEN);
            case LIST_APP_INSTANCE_USER_ENDPOINTS -> List.of(SENSITIVE_USER_ARN, MAX_RESULTS, NEXT_TOKEN);
            case LIST_APP_INSTANCES -> List.of(MAX_RESULTS, NEXT_TOKEN);
            case PUT_APP_INSTANCE_RETENTION_SETTINGS -> List.of(
                APP_INSTANCE_ARN,
                required("AppInstanceRetentionSettings", IdentityShapes.APP_INSTANCE_RETENTION_SETTINGS));
            case PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS -> List.of(APP_INSTANCE_USER_ARN, EXPIRATION_SETTINGS);
            case REGISTER_APP_INSTANCE_USER_ENDPOINT -> List.of(
                SENSITIVE_USER_ARN, ENDPOINT_NAME, required("Type", IdentityShapes.APP_INSTANCE_USER_ENDPOINT_TYPE),
                required("ResourceArn", Shapes.CHIME_ARN),
                required("EndpointAttributes", IdentityShapes.ENDPOINT_ATTRIBUTES), CLIENT_REQUEST_TOKEN,
                ALLOW_MESSAGES);
            case UPDATE_APP_INSTANCE -> List.of(APP_INSTANCE_ARN, NAME, NEW_METADATA);
            case UPDATE_APP_INSTANCE_BOT -> List.of(
                BOT_ARN, required("Name", IdentityShapes.RESOURCE_NAME), NEW_METADATA,
                optional("Configuration", IdentityShapes.CONFIGURATION));
            case UPDATE_APP_INSTANCE_USER -> List.of(APP_INSTANCE_USER_ARN, USER_NAME, NEW_METADATA);
            case UPDATE_APP_INSTANCE_USER_ENDPOINT -> List.of(
                APP_INSTANCE_USER_ARN, ENDPOINT_ID, ENDPOINT_NAME, ALLOW_MESSAGES);
            default -> throw new IllegalArgumentException(operation + " is not an operation of identity");
        };
    }
    // spotless:on
}
