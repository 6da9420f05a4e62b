package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.directory.Directory;
import io.github.chimefake.internal.directory.DirectoryStore;
import io.github.chimefake.internal.directory.DirectoryStore.TimedDirectory;
import io.github.chimefake.internal.directory.DirectoryStore.Written;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.operations.Command;
import io.github.chimefake.internal.operations.Handler;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Outcome;
import io.github.chimefake.internal.operations.Query;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The identity service, which is authorized by IAM only. Thread-safe. Can be created without the SDK's identity module,
 * which is needed only to handle a call.
 */
public final class IdentityService {
    private final DirectoryStore store;
    private final Handlers handlers;
    private final Identifiers identifiers;

    /**
     * Creates a service.
     *
     * @param region the region of new app instances
     * @param account the account of new app instances
     * @param seed the seed of generated ids; the same seed and the same writes give the same ids
     */
    public IdentityService(DirectoryStore store, String region, String account, long seed) {
        this.store = store;
        this.handlers = new Handlers(region, account);
        // Inverted, because channels use the same seed and need other UUIDs.
        this.identifiers = new Identifiers(~seed);
    }

    /** Returns whether the fake supports this operation. */
    public boolean serves(Operation operation) {
        return handlers.find(operation).isPresent();
    }

    /**
     * Handles a call whose request satisfies the constraints of the service model.
     *
     * @throws ServiceErrorException if the directory or the quotas do not allow it
     */
    public AwsResponse handle(Call call) {
        return handle(
                handlers.find(call.operation())
                        .orElseThrow(() -> ServiceError.of(
                                        Layer.ENDPOINT,
                                        ChimeError.NOT_IMPLEMENTED,
                                        "The fake does not serve " + call.operation() + ".",
                                        Provenance.REQUESTED)
                                .asException()),
                call);
    }

    private <R extends AwsRequest> AwsResponse handle(Handler<Directory, R> handler, Call call) {
        if (handler instanceof Query<Directory, R> query) {
            TimedDirectory seen = store.seenBy(call);
            return query.respond(seen.directory(), context(handler, call, seen.now()));
        }
        Command<Directory, R> command = (Command<Directory, R>) handler;
        return store.write(call, before -> {
            Outcome<Directory> outcome = command.apply(before.directory(), context(handler, call, before.now()));
            return new Written<>(outcome.state(), outcome.response());
        });
    }

    private <R extends AwsRequest> HandlerContext<R> context(Handler<Directory, R> handler, Call call, Instant now) {
        return new HandlerContext<>(
                handler.operation(),
                handler.requestType().cast(call.request()),
                Optional.empty(),
                call.resources(),
                () -> call.http().host(),
                now,
                identifiers);
    }
}
