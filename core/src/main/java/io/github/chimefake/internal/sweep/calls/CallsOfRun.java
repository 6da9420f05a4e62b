package io.github.chimefake.internal.sweep.calls;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallResult;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.faults.CallHook;
import io.github.chimefake.internal.faults.EffectOnCall;
import io.github.chimefake.internal.faults.effects.CallUnderFault;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.server.FakeServer;
import io.github.chimefake.sweep.InjectedFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Records the calls of the code under test in one run, and injects the failures of the run. */
public final class CallsOfRun implements CallHook, CallObserver, AutoCloseable {
    private final FakeServer fake;
    private final Injection injection;
    private final Rules rules;
    private final Sites sites;
    private final CallsUnderWay underWay = new CallsUnderWay();
    private final Map<String, CallOrigin> origins = new HashMap<>();
    private final Set<String> fromOutside = new HashSet<>();
    private final Map<String, CallInRun> calls = new LinkedHashMap<>();
    private final Map<String, Throwable> delivered = new LinkedHashMap<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private final AtomicLong withoutId = new AtomicLong();
    private Optional<String> abortReason = Optional.empty();
    private Thread code = Thread.currentThread();
    private boolean recording = true;
    private boolean closed;
    private boolean over;

    /**
     * What holds for the calls of a run.
     *
     * @param mostCalls after how many calls the run is aborted
     * @param identities what calls are recognized by
     */
    public record Rules(int mostCalls, SiteIdentities identities, SweepIncidents incidents) {}

    private CallsOfRun(FakeServer fake, List<InjectedFailure> toInject, Rules rules) {
        this.fake = fake;
        this.injection = new Injection(toInject);
        this.rules = rules;
        this.sites = new Sites(rules.identities());
    }

    /**
     * Starts to record the calls to a fake.
     *
     * @param toInject the failures of the run
     */
    public static CallsOfRun record(ChimeMessagingServer chime, List<InjectedFailure> toInject, Rules rules) {
        CallsOfRun calls = new CallsOfRun(FakeServer.of(chime), toInject, rules);
        calls.fake.hookCalls(calls);
        ObservedFakes.add(chime.endpoint().getPort(), calls);
        return calls;
    }

    /** Notes that the code runs on the current thread. */
    public synchronized void codeRunsHere() {
        code = Thread.currentThread();
    }

    /** Returns the id of the thread that runs the code. */
    @SuppressWarnings("deprecation") // threadId() is new in Java 19.
    public synchronized long codeThread() {
        return code.getId();
    }

    @Override
    public CallResult around(Call call, FaultTools tools, Function<Call, CallResult> rest) {
        if (call.http().sender().isActor()) {
            return rest.apply(call);
        }
        String id = call.attempt().invocationId().orElseGet(() -> "request " + withoutId.incrementAndGet());
        if (isAborted(id)) { // Of a client that does not fail it by itself.
            return CallResult.failure(ServiceError.of(
                    Layer.ENDPOINT,
                    ChimeError.TEST_FINISHED,
                    "The request belongs to a run of a sweep that was aborted, because the code "
                            + abortReason().orElse("") + ". Let the code end when a call fails.",
                    Provenance.REQUESTED));
        }
        Optional<CallInRun> recorded = find(id, call);
        if (recorded.isEmpty()) {
            return rest.apply(call);
        }
        CallResult result = recorded.get()
                .injected()
                .map(failure -> EffectOnCall.apply(
                        failure.effect(),
                        new CallUnderFault(call, tools, rest),
                        tools,
                        "the failure \"" + failure + "\""))
                .orElseGet(() -> rest.apply(call));
        recorded.get().attemptEnded(result);
        return result;
    }

    private synchronized boolean isAborted(String id) {
        return abortReason.isPresent() && !fromOutside.contains(id);
    }

    private synchronized Optional<CallInRun> find(String id, Call call) {
        CallInRun known = calls.get(id);
        if (known == null && recording && !fromOutside.contains(id)) {
            known = recorded(call, Optional.ofNullable(origins.get(id)));
            calls.put(id, known);
            if (calls.size() > rules.mostCalls()) {
                abort("made more than " + rules.mostCalls() + " calls and was aborted");
            }
        }
        return Optional.ofNullable(known);
    }

    private CallInRun recorded(Call call, Optional<CallOrigin> origin) {
        RequestContent content = RequestContent.of(call.request());
        SiteOfCall site = sites.next(call, origin.map(CallOrigin::lines).orElse(List.of()), content.digest());
        call.caller().secretAccessKey().ifPresent(secrets::add);
        call.caller().sessionToken().ifPresent(secrets::add);
        return new CallInRun(
                site,
                call.caller().principalArn(),
                content,
                injection.next(site, call),
                origin.map(CallOrigin::moment).orElseGet(Moment::now),
                origin.map(CallOrigin::nanos).orElseGet(System::nanoTime));
    }

    @Override
    public synchronized void begins(CallOrigin origin) {
        if (abortReason.isPresent() && Thread.currentThread() == code) {
            throw new AbortedRunError(abortReason.get());
        }
        underWay.begins(origin);
    }

    @Override
    public void hasRequest(CallOrigin origin) {
        underWay.hasRequest(origin);
    }

    @Override
    public synchronized void sends(String invocationId, CallOrigin origin) {
        if (closed && !injects() && !over) { // The test still runs, and may wait for it.
            ObservedFakes.at(fake.endpoint().getPort()).ifPresent(next -> next.sendsFromOutside(invocationId));
            return;
        }
        if (closed) {
            rules.incidents().lateCall();
            throw new AbortedRunError("The call began in a run of a sweep that has ended, so it fails, because it must"
                    + " not change what a later run finds. Let the code wait for the calls that it begins");
        }
        if (abortReason.isPresent()) {
            throw new AbortedRunError(abortReason.get());
        }
        origins.putIfAbsent(invocationId, origin);
    }

    @Override
    public synchronized void sendsFromOutside(String invocationId) {
        fromOutside.add(invocationId);
    }

    @Override
    public synchronized void returns(String invocationId) {
        Optional.ofNullable(calls.get(invocationId)).ifPresent(CallInRun::returned);
    }

    @Override
    public synchronized void fails(String invocationId, Throwable failure) {
        delivered.put(invocationId, failure);
        Optional.ofNullable(calls.get(invocationId)).ifPresent(CallInRun::delivered);
    }

    @Override
    public void ends(CallOrigin origin) {
        underWay.ends(origin);
    }

    /** Waits for the calls that the code has begun. Those that do not end in time are noted. */
    public void awaitUnended(Duration limit) throws InterruptedException {
        long unended = underWay.await(limit, codeThread());
        if (unended > 0) {
            rules.incidents().unended(unended);
        }
    }

    /** Returns whether the code has made calls on other threads than its own. */
    public synchronized boolean haveOtherThreads() {
        long own = codeThread();
        return origins.values().stream().anyMatch(origin -> origin.moment().thread() != own);
    }

    /** Lets all further calls of the code under test fail with an error, so that it ends. */
    public synchronized void abort(String reason) {
        if (abortReason.isEmpty()) {
            abortReason = Optional.of(reason);
        }
    }

    /** Notes that the thread of the code was left behind. */
    public synchronized void leaveBehind(String reason) {
        abortReason = Optional.of(reason);
    }

    /** Returns whether a failure is to be injected. */
    public boolean injects() {
        return !injection.isEmpty();
    }

    /** Returns why the run was aborted; empty if it was not. */
    public synchronized Optional<String> abortReason() {
        return abortReason;
    }

    /** Records no further calls. Those that have begun still meet their failure. */
    public synchronized void end() {
        recording = false;
        injection.end();
    }

    /** Returns the calls, in the order in which their first attempts were received. */
    public synchronized List<SweptCall> calls() {
        return calls.values().stream().map(CallInRun::end).toList();
    }

    /** Returns the failures that a call has met. */
    public synchronized Set<InjectedFailure> applied() {
        return injection.applied();
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
        calls.values().forEach(call -> all.addAll(call.content().texts()));
        return all;
    }

    /** Lets calls fail that have begun in this run and are sent later, also in a run without a failure, whose test has ended. */
    public synchronized void over() {
        over = true;
    }

    @Override
    public void close() {
        end();
        synchronized (this) {
            closed = true;
        }
        ObservedFakes.remove(fake.endpoint().getPort(), this);
        fake.unhookCalls(this);
    }
}
