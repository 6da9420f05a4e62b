package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.identity.appinstances.CreateAppInstance;
import io.github.chimefake.internal.identity.appinstances.CreateAppInstanceAdmin;
import io.github.chimefake.internal.identity.appinstances.DeleteAppInstance;
import io.github.chimefake.internal.identity.appinstances.DeleteAppInstanceAdmin;
import io.github.chimefake.internal.identity.appinstances.DescribeAppInstance;
import io.github.chimefake.internal.identity.appinstances.DescribeAppInstanceAdmin;
import io.github.chimefake.internal.identity.appinstances.GetAppInstanceRetentionSettings;
import io.github.chimefake.internal.identity.appinstances.ListAppInstanceAdmins;
import io.github.chimefake.internal.identity.appinstances.ListAppInstances;
import io.github.chimefake.internal.identity.appinstances.PutAppInstanceRetentionSettings;
import io.github.chimefake.internal.identity.appinstances.UpdateAppInstance;
import io.github.chimefake.internal.identity.bots.CreateAppInstanceBot;
import io.github.chimefake.internal.identity.bots.DeleteAppInstanceBot;
import io.github.chimefake.internal.identity.bots.DescribeAppInstanceBot;
import io.github.chimefake.internal.identity.bots.ListAppInstanceBots;
import io.github.chimefake.internal.identity.bots.UpdateAppInstanceBot;
import io.github.chimefake.internal.identity.users.CreateAppInstanceUser;
import io.github.chimefake.internal.identity.users.DeleteAppInstanceUser;
import io.github.chimefake.internal.identity.users.DeregisterAppInstanceUserEndpoint;
import io.github.chimefake.internal.identity.users.DescribeAppInstanceUser;
import io.github.chimefake.internal.identity.users.DescribeAppInstanceUserEndpoint;
import io.github.chimefake.internal.identity.users.ListAppInstanceUserEndpoints;
import io.github.chimefake.internal.identity.users.ListAppInstanceUsers;
import io.github.chimefake.internal.identity.users.PutAppInstanceUserExpirationSettings;
import io.github.chimefake.internal.identity.users.RegisterAppInstanceUserEndpoint;
import io.github.chimefake.internal.identity.users.UpdateAppInstanceUser;
import io.github.chimefake.internal.identity.users.UpdateAppInstanceUserEndpoint;
import io.github.chimefake.internal.operations.Handler;
import java.util.Optional;

/**
 * The handlers of all operations of identity. They are created on demand, so that unused handlers are not loaded, nor
 * the SDK's identity module if it is not needed.
 *
 * @param region the region of new app instances
 * @param account the account of new app instances
 */
record Handlers(String region, String account) {
    Optional<Handler<Directory, ?>> find(Operation operation) {
        return operation.service() == ChimeService.IDENTITY ? Optional.of(create(operation)) : Optional.empty();
    }

    private Handler<Directory, ?> create(Operation operation) {
        return switch (operation) {
            case CREATE_APP_INSTANCE -> new CreateAppInstance(region, account);
            case CREATE_APP_INSTANCE_ADMIN -> new CreateAppInstanceAdmin();
            case CREATE_APP_INSTANCE_BOT -> new CreateAppInstanceBot();
            case CREATE_APP_INSTANCE_USER -> new CreateAppInstanceUser();
            case DELETE_APP_INSTANCE -> new DeleteAppInstance();
            case DELETE_APP_INSTANCE_ADMIN -> new DeleteAppInstanceAdmin();
            case DELETE_APP_INSTANCE_BOT -> new DeleteAppInstanceBot();
            case DELETE_APP_INSTANCE_USER -> new DeleteAppInstanceUser();
            case DEREGISTER_APP_INSTANCE_USER_ENDPOINT -> new DeregisterAppInstanceUserEndpoint();
            case DESCRIBE_APP_INSTANCE -> new DescribeAppInstance();
            case DESCRIBE_APP_INSTANCE_ADMIN -> new DescribeAppInstanceAdmin();
            case DESCRIBE_APP_INSTANCE_BOT -> new DescribeAppInstanceBot();
            case DESCRIBE_APP_INSTANCE_USER -> new DescribeAppInstanceUser();
            case DESCRIBE_APP_INSTANCE_USER_ENDPOINT -> new DescribeAppInstanceUserEndpoint();
            case GET_APP_INSTANCE_RETENTION_SETTINGS -> new GetAppInstanceRetentionSettings();
            case LIST_APP_INSTANCE_ADMINS -> new ListAppInstanceAdmins();
            case LIST_APP_INSTANCE_BOTS -> new ListAppInstanceBots();
            case LIST_APP_INSTANCE_USER_ENDPOINTS -> new ListAppInstanceUserEndpoints();
            case LIST_APP_INSTANCE_USERS -> new ListAppInstanceUsers();
            case LIST_APP_INSTANCES -> new ListAppInstances();
            case PUT_APP_INSTANCE_RETENTION_SETTINGS -> new PutAppInstanceRetentionSettings();
            case PUT_APP_INSTANCE_USER_EXPIRATION_SETTINGS -> new PutAppInstanceUserExpirationSettings();
            case REGISTER_APP_INSTANCE_USER_ENDPOINT -> new RegisterAppInstanceUserEndpoint();
            case UPDATE_APP_INSTANCE -> new UpdateAppInstance();
            case UPDATE_APP_INSTANCE_BOT -> new UpdateAppInstanceBot();
            case UPDATE_APP_INSTANCE_USER -> new UpdateAppInstanceUser();
            case UPDATE_APP_INSTANCE_USER_ENDPOINT -> new UpdateAppInstanceUserEndpoint();
            default -> throw new IllegalArgumentException(operation + " is not an operation of identity");
        };
    }
}
