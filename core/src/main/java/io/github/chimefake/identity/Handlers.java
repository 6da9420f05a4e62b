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
            new CreateAppInstanceUser(),
            new DeleteAppInstance(),
            new DeleteAppInstanceAdmin(),
            new DeleteAppInstanceUser(),
            new DescribeAppInstance(),
            new DescribeAppInstanceAdmin(),
            new DescribeAppInstanceUser(),
            new ListAppInstanceAdmins(),
            new ListAppInstanceUsers(),
            new ListAppInstances(),
            new PutAppInstanceUserExpirationSettings(),
            new UpdateAppInstance(),
            new UpdateAppInstanceUser());

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
