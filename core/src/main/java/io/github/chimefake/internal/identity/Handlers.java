package io.github.chimefake.internal.identity;

import io.github.chimefake.Operation;
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

    private static final Map<Operation, Handler<?>> BY_OPERATION = byOperation();

    private Handlers() {}

    private static Map<Operation, Handler<?>> byOperation() {
        Map<Operation, Handler<?>> handlers = new EnumMap<>(Operation.class);
        ALL.forEach(handler -> handlers.put(handler.operation(), handler));
        return handlers;
    }

    static Optional<Handler<?>> find(Operation operation) {
        return Optional.ofNullable(BY_OPERATION.get(operation));
    }
}
