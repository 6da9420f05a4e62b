package io.github.chimefake.identity;

import io.github.chimefake.call.ChimeOperation;
import io.github.chimefake.call.IdentityOperation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation that the fake serves: one line each. Loaded with the SDK's identity module, and never without. */
final class Handlers {
    private static final List<Handler<?>> ALL = List.of(
            new CreateAppInstance(),
            new CreateAppInstanceAdmin(),
            new CreateAppInstanceBot(),
            new CreateAppInstanceUser(),
            new DeleteAppInstance(),
            new DeleteAppInstanceAdmin(),
            new DeleteAppInstanceBot(),
            new DeleteAppInstanceUser(),
            new DeregisterAppInstanceUserEndpoint(),
            new DescribeAppInstance(),
            new DescribeAppInstanceAdmin(),
            new DescribeAppInstanceBot(),
            new DescribeAppInstanceUser(),
            new DescribeAppInstanceUserEndpoint(),
            new GetAppInstanceRetentionSettings(),
            new ListAppInstanceAdmins(),
            new ListAppInstanceBots(),
            new ListAppInstanceUserEndpoints(),
            new ListAppInstanceUsers(),
            new ListAppInstances(),
            new PutAppInstanceRetentionSettings(),
            new PutAppInstanceUserExpirationSettings(),
            new RegisterAppInstanceUserEndpoint(),
            new UpdateAppInstance(),
            new UpdateAppInstanceBot(),
            new UpdateAppInstanceUser(),
            new UpdateAppInstanceUserEndpoint());

    private static final Map<IdentityOperation, Handler<?>> BY_OPERATION = byOperation();

    private Handlers() {}

    private static Map<IdentityOperation, Handler<?>> byOperation() {
        Map<IdentityOperation, Handler<?>> handlers = new EnumMap<>(IdentityOperation.class);
        ALL.forEach(handler -> handlers.put(handler.operation(), handler));
        return handlers;
    }

    static Optional<Handler<?>> find(ChimeOperation operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }
}
