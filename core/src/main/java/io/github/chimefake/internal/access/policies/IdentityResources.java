package io.github.chimefake.internal.access.policies;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.BotArn;
import io.github.chimefake.internal.arn.UserArn;
import io.github.chimefake.internal.exchange.Authorization;
import io.github.chimefake.internal.exchange.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The resources that IAM checks for operations of identity, as in AWS's table of actions. The table lists nothing for
 * creating a user; policies that are known to work show that the new user is checked.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Actions
 *     defined by Amazon Chime</a>
 */
final class IdentityResources {
    private static final String APP_INSTANCE = "AppInstanceArn";

    private IdentityResources() {}

    /** Returns the ARNs; empty if the operation has no resource, or if it is missing in the request. */
    static List<String> of(Operation operation, Call call) {
        return switch (operation) {
            case CREATE_APP_INSTANCE -> List.of();
            case LIST_APP_INSTANCES -> List.of(everyAppInstance(call));
            case CREATE_APP_INSTANCE_USER -> inAppInstance(call, UserArn.KIND, member(call, "AppInstanceUserId"));
            case LIST_APP_INSTANCE_USERS -> inAppInstance(call, UserArn.KIND, Optional.of("*"));
            // The service generates the id of a bot.
            case CREATE_APP_INSTANCE_BOT, LIST_APP_INSTANCE_BOTS -> inAppInstance(call, BotArn.KIND, Optional.of("*"));
            case DELETE_APP_INSTANCE,
                    DESCRIBE_APP_INSTANCE,
                    UPDATE_APP_INSTANCE,
                    GET_APP_INSTANCE_RETENTION_SETTINGS,
                    PUT_APP_INSTANCE_RETENTION_SETTINGS,
                    LIST_APP_INSTANCE_ADMINS -> named(call, APP_INSTANCE);
            case CREATE_APP_INSTANCE_ADMIN, DELETE_APP_INSTANCE_ADMIN, DESCRIBE_APP_INSTANCE_ADMIN ->
                named(call, APP_INSTANCE, "AppInstanceAdminArn");
            case DELETE_APP_INSTANCE_BOT, DESCRIBE_APP_INSTANCE_BOT, UPDATE_APP_INSTANCE_BOT ->
                named(call, "AppInstanceBotArn");
            case DELETE_APP_INSTANCE_USER,
                    DESCRIBE_APP_INSTANCE_USER,
                    UPDATE_APP_INSTANCE_USER,
                    PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS,
                    REGISTER_APP_INSTANCE_USER_ENDPOINT,
                    DEREGISTER_APP_INSTANCE_USER_ENDPOINT,
                    DESCRIBE_APP_INSTANCE_USER_ENDPOINT,
                    UPDATE_APP_INSTANCE_USER_ENDPOINT,
                    LIST_APP_INSTANCE_USER_ENDPOINTS -> named(call, "AppInstanceUserArn");
            default -> throw new IllegalArgumentException(operation + " is not an operation of identity");
        };
    }

    private static List<String> named(Call call, String... members) {
        return Stream.of(members).flatMap(name -> member(call, name).stream()).toList();
    }

    private static List<String> inAppInstance(Call call, String kind, Optional<String> id) {
        return member(call, APP_INSTANCE)
                .map(call.resources()::arn)
                .flatMap(appInstance -> id.map(present -> appInstance.below(kind, present)))
                .stream()
                .toList();
    }

    /**
     * Returns the ARN for all app instances of the caller's account in the region of the signature, because a request
     * that lists app instances does not contain any.
     */
    private static String everyAppInstance(Call call) {
        String region = call.authorization() instanceof Authorization.Complete complete
                ? complete.scope().region()
                : "*";
        Optional<ArnParts> caller = ArnParts.tryParse(call.caller().principalArn());
        return AppInstanceArn.every(
                caller.map(ArnParts::partition).orElse("aws"),
                region,
                caller.map(ArnParts::account).orElse("*"));
    }

    private static Optional<String> member(Call call, String name) {
        return call.request().getValueForField(name, String.class).filter(value -> !value.isEmpty());
    }
}
