package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import io.github.chimefake.failures.FailurePlacement;
import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.failures.SweptFailures;
import io.github.chimefake.internal.faults.CallHook;
import io.github.chimefake.internal.faults.effects.BuiltInEffect;
import io.github.chimefake.internal.faults.effects.CallUnderFault;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.sweep.InjectedFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Records the calls of the code under test in one run, and injects the failures of the run. */
public final class CallsOfRun implements CallHook, CallObserver, AutoCloseable {
    private final List<InjectedFailure> toInject;
    private final int mostCalls;
    private final FakeServer fake;
    private final Thread code = Thread.currentThread();
    private final Sites sites = new Sites();
    private final Map<String, CallOrigin> origins = new HashMap<>();
    private final Map<String, CallInRun> calls = new LinkedHashMap<>();
    private final Map<String, Throwable> delivered = new LinkedHashMap<>();
    private final Set<InjectedFailure> applied = new LinkedHashSet<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private Optional<OperationFailure> lasting = Optional.empty();
    private Optional<String> abortReason = Optional.empty();
    private boolean recording = true;

    private CallsOfRun(FakeServer fake, List<InjectedFailure> toInject, int mostCalls) {
        this.fake = fake;
        this.toInject = List.copyOf(toInject);
        this.mostCalls = mostCalls;
    }

    /**
     * Starts to record the calls to a fake.
     *
     * @param toInject the failures of the run
     * @param mostCalls after how many calls the run is aborted
     */
    public static CallsOfRun record(ChimeMessagingServer chime, List<InjectedFailure> toInject, int mostCalls) {
        CallsOfRun calls = new CallsOfRun(FakeServer.of(chime), toInject, mostCalls);
        calls.fake.hookCalls(Optional.of(calls));
        ObservedFakes.add(chime.endpoint().getPort(), calls);
        return calls;
    }

    @Override
    public CallResult around(Call call, FaultTools tools, Function<Call, CallResult> rest) {
        String id = call.attempt().invocationId().orElseGet(() -> "request " + System.identityHashCode(call));
        Optional<CallInRun> recorded = find(id, call);
        if (recorded.isEmpty()) {
            return rest.apply(call);
        }
        CallResult result = recorded.get()
                .injected()
                .map(failure -> apply((BuiltInEffect) failure.effect(), call, tools, rest))
                .orElseGet(() -> rest.apply(call));
        recorded.get().attemptEnded(result);
        return result;
    }

    private static CallResult apply(
            BuiltInEffect effect, Call call, FaultTools tools, Function<Call, CallResult> rest) {
        CallUnderFault faulted = new CallUnderFault(call, tools, rest);
        try {
            return effect.apply(faulted);
        } finally {
            faulted.end();
        }
    }

    private synchronized Optional<CallInRun> find(String id, Call call) {
        CallInRun known = calls.get(id);
        if (known == null && recording) {
            CallOrigin origin = origins.getOrDefault(id, new CallOrigin(List.of(), Moment.now()));
            SiteOfCall site = sites.next(call, origin.lines());
            known = new CallInRun(site, RequestContent.of(call.request()), failureOf(site), origin.moment());
            calls.put(id, known);
            call.caller().secretAccessKey().ifPresent(secrets::add);
            call.caller().sessionToken().ifPresent(secrets::add);
            if (calls.size() > mostCalls) {
                abort("made more than " + mostCalls + " calls");
            }
        }
        return Optional.ofNullable(known);
    }

    private Optional<OperationFailure> failureOf(SiteOfCall site) {
        for (InjectedFailure injected : toInject) {
            if (!applied.contains(injected) && site.isSameAs(injected.site())) {
                applied.add(injected);
                if (injected.failure().placement() == FailurePlacement.FROM_HERE_ON) {
                    lasting = Optional.of(injected.failure());
                }
                return Optional.of(injected.failure());
            }
        }
        return lasting.filter(failure -> isMetBy(site.operation(), failure));
    }

    private static boolean isMetBy(Operation operation, OperationFailure failure) {
        return SweptFailures.lasting(failure).contains(operation);
    }

    @Override
    public synchronized void begins(Thread caller) {
        if (abortReason.isPresent() && caller == code) {
            throw new AbortedRunError(abortReason.get());
        }
    }

    @Override
    public synchronized void sends(String invocationId, CallOrigin origin) {
        if (abortReason.isPresent()) {
            throw new AbortedRunError(abortReason.get());
        }
        origins.putIfAbsent(invocationId, origin);
    }

    @Override
    public synchronized void fails(String invocationId, Throwable failure) {
        delivered.put(invocationId, failure);
        Optional.ofNullable(calls.get(invocationId)).ifPresent(CallInRun::delivered);
    }

    /** Lets all further calls of the code under test fail with an error, so that it ends. */
    public synchronized void abort(String reason) {
        if (abortReason.isEmpty()) {
            abortReason = Optional.of(reason);
        }
    }

    /** Returns why the run was aborted; empty if it was not. */
    public synchronized Optional<String> abortReason() {
        return abortReason;
    }

    /** Records no further calls. Those that have begun still meet their failure. */
    public synchronized void end() {
        recording = false;
        lasting = Optional.empty();
    }

    /** Returns the calls, in the order in which their first attempts were received. */
    public synchronized List<SweptCall> calls() {
        return calls.values().stream().map(CallInRun::end).toList();
    }

    /** Returns the failures that a call has met. */
    public synchronized Set<InjectedFailure> applied() {
        return Set.copyOf(applied);
    }

    /** Returns the exceptions that the code under test got because of the sweep. */
    public synchronized List<Throwable> delivered() {
        List<Throwable> ofSweep = new ArrayList<>();
        delivered.forEach((id, failure) -> {
            CallInRun call = calls.get(id);
            if (call != null && call.injected().isPresent()) {
                ofSweep.add(failure);
            }
        });
        return List.copyOf(ofSweep);
    }

    /** Returns the secrets of callers and the texts of messages that the calls contain. */
    public synchronized Set<String> confidentialTexts() {
        Set<String> all = new LinkedHashSet<>(secrets);
        calls.values().forEach(call -> all.addAll(RequestContent.texts(call.content())));
        return all;
    }

    @Override
    public void close() {
        end();
        ObservedFakes.remove(fake.endpoint().getPort(), this);
        fake.hookCalls(Optional.empty());
    }
}
