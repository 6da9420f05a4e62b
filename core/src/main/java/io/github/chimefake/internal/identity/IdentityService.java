package io.github.chimefake.internal.identity;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.call.Call;
import io.github.chimefake.internal.call.Refusal;
import io.github.chimefake.internal.call.RefusedException;
import io.github.chimefake.internal.identity.DirectoryStore.Situation;
import io.github.chimefake.internal.identity.DirectoryStore.Written;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The identity service: answers calls from the directory, for which IAM alone is asked. Safe for use by many threads. Can
 * be made without the SDK's identity module, which is needed as soon as a call is handled.
 */
public final class IdentityService {
    private final DirectoryStore store;
    private final Naming naming;

    /**
     * A service on this directory.
     *
     * @param region where app instances are created
     * @param account whose they are
     * @param seed makes the ids; the same seed and the same writes give the same ids
     */
    public IdentityService(DirectoryStore store, String region, String account, long seed) {
        this.store = store;
        this.naming = Naming.of(region, account, seed);
    }

    /** Whether the fake serves this operation. */
    public boolean serves(Operation operation) {
        return Handlers.find(operation).isPresent();
    }

    /**
     * Answers a call whose request satisfies the constraints of the service model.
     *
     * @throws RefusedException if directory or limits do not allow it
     */
    public AwsResponse handle(Call call) {
        return handle(
                Handlers.find(call.operation())
                        .orElseThrow(() -> Refusal.of(
                                        ChimeError.NOT_IMPLEMENTED,
                                        "The fake does not serve " + call.operation() + ".",
                                        Provenance.REQUESTED)
                                .asException()),
                call);
    }

    private <R extends AwsRequest> AwsResponse handle(Handler<R> handler, Call call) {
        R request = handler.requestType().cast(call.request());
        if (handler instanceof Query<R> query) {
            Situation seen = store.seenBy(call);
            return query.answer(seen.directory(), invocation(handler, request, seen));
        }
        Command<R> command = (Command<R>) handler;
        return store.write(call, before -> {
            Outcome made = command.apply(before.directory(), invocation(handler, request, before));
            return new Written<>(made.directory(), made.response());
        });
    }

    private <R extends AwsRequest> Invocation<R> invocation(Handler<R> handler, R request, Situation situation) {
        return new Invocation<>(
                handler.operation(), request, situation.now(), naming, situation.settings(), situation.quotas());
    }
}
