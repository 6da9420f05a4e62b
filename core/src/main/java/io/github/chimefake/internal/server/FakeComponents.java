package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.ConnectRules;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.policies.CallContexts;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.background.BackgroundWork;
import io.github.chimefake.internal.background.PendingWork;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.consistency.StaleReads;
import io.github.chimefake.internal.events.DefaultEventLog;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.faults.FaultPlan;
import io.github.chimefake.internal.faults.effects.FaultTools;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.gateway.RequestIds;
import io.github.chimefake.internal.identity.DirectoryFixtures;
import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.leastprivilege.PermissionRecorder;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.rates.RateLimits;
import io.github.chimefake.internal.sessions.MessagingSessions;
import io.github.chimefake.internal.setup.UnusedSetups;
import io.github.chimefake.internal.socketfaults.ConnectFaults;
import io.github.chimefake.internal.socketfaults.EventFaults;
import io.github.chimefake.internal.socketfaults.SocketFaults;
import io.github.chimefake.internal.state.Contents;
import io.github.chimefake.internal.state.StateValue;
import io.github.chimefake.internal.streams.StreamDeliveries;
import io.github.chimefake.internal.sts.SecurityTokenService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** The components behind an endpoint, wired together: all the contents of a fake except WireMock stubs. */
final class FakeComponents {
    final AdjustableClock clock;
    final MessagingService service;
    final DirectoryFixtures registrations;
    final Callers callers;
    final PermissionRules rules;
    final FakeLifetime lifetime = new FakeLifetime();
    final BackgroundWork background;
    final PermissionRecorder uses = new PermissionRecorder();
    final CallerPolicies policies;
    final PolicyEnforcement enforcement = new PolicyEnforcement(lifetime);
    final FaultPlan faults;
    final RateLimits rates;
    final ConnectRules connectRules;
    final SocketFaults socketFaults;
    final MessagingSessions sessions;
    final UnusedSetups setups;
    final Generations generations;
    final DefaultJournal journal;
    final DefaultEventLog events;
    final StreamDeliveries streams;
    final Gateway gateway;
    private final RequestIds requestIds;
    private final Identifiers identifiers;

    /**
     * The state of all components at one moment.
     *
     * @param appInstances the ARNs of the app instances
     * @param restorers restore one component each, of these components or of those of another fake
     */
    record Snapshot(List<String> appInstances, List<Consumer<FakeComponents>> restorers) {}

    /** Creates components that hold the app instances of the settings, without users. */
    FakeComponents(ServerSettings settings) {
        this(settings, settings.usedPool().map(EndpointPool::newGenerations).orElseGet(Generations::new));
    }

    /** Creates components whose calls belong to these generations. */
    FakeComponents(ServerSettings settings, Generations generations) {
        this.generations = generations;
        this.clock = new AdjustableClock(
                settings.clock()
                        .<Clock>map(given -> new UserClock(given, generations))
                        .orElseGet(() -> new LiveClock(Clock.systemUTC())),
                lifetime);
        this.journal = new DefaultJournal(settings.journalCapacity(), settings.printsTexts(), lifetime);
        this.events =
                new DefaultEventLog(settings.journalCapacity(), settings.printsTexts(), journal.changes()::changed);
        this.background = new BackgroundWork(journal.changes()::changed); // Its entry precedes its effect on the state.
        this.service = new MessagingService(
                clock,
                settings.seed(),
                MessagingSettings.DEFAULT,
                generations,
                lifetime,
                background,
                journal::recordWork,
                events);
        this.streams = new StreamDeliveries(service, lifetime);
        this.registrations = new DirectoryFixtures(service.directory());
        this.rules = new PermissionRules(service::roles, generations, lifetime);
        this.policies = new CallerPolicies(new CallContexts(settings.region(), clock, service::tags), uses, lifetime);
        this.rates = new RateLimits(clock, generations, lifetime);
        this.callers = new Callers(settings.account(), clock, lifetime, settings.secrets());
        this.faults = new FaultPlan(
                new FaultTools(
                        generations,
                        clock,
                        settings.seed(),
                        caller -> callers.expire(Caller.of(caller)),
                        caller -> callers.rotate(Caller.of(caller))),
                lifetime);
        this.connectRules = new ConnectRules(generations, lifetime);
        this.socketFaults = SocketFaults.none(generations, lifetime);
        this.setups = new UnusedSetups(
                List.of(
                        rules.setups(),
                        connectRules.setups(),
                        faults.setups(),
                        socketFaults.connects().setups(),
                        socketFaults.events().setups(),
                        rates.setups(),
                        service.staleReads().setups()),
                journal::calls);
        this.requestIds = new RequestIds(settings.seed());
        this.identifiers = new Identifiers(settings.seed());
        settings.appInstances().forEach(arn -> registrations.createAppInstance(arn, arn.id()));
        IdentityService identity =
                new IdentityService(service.directory(), settings.region(), settings.account(), settings.seed());
        Access access = new Access(callers, rules, policies, enforcement, settings.region());
        this.sessions = new MessagingSessions(
                settings.address().bind(),
                new MessagingSessions.Parts(
                        generations,
                        access,
                        connectRules,
                        socketFaults,
                        rates,
                        service,
                        background,
                        journal,
                        lifetime,
                        callers::expire));
        service.serveSessionsAt(sessions::endpoint);
        events.subscribe(sessions);
        service.onChange(sessions::stateChanged);
        callers.onChange(sessions::credentialsChanged);
        clock.onChange(sessions::timeChanged);
        SecurityTokenService tokens = new SecurityTokenService(access, callers, policies);
        this.gateway = new Gateway(
                faults,
                access,
                rates,
                service,
                identity,
                tokens,
                journal,
                generations,
                requestIds,
                background,
                settings.limits());
    }

    ChimeAppInstance appInstance(AppInstanceArn arn) {
        return new DefaultAppInstance(service, registrations, lifetime, arn);
    }

    /**
     * Returns the journal, after the service has done what the last call has left to the background, so that a printout
     * does not depend on threads. Processors are not waited for.
     */
    DefaultJournal journalUpToNow() {
        service.finishPostponed();
        return journal;
    }

    /** Returns the events, after the service has done what the last call has left to the background. */
    DefaultEventLog eventsUpToNow() {
        service.finishPostponed();
        return events;
    }

    /**
     * Returns the state, without what has expired, and after the service has done what the last call has left to the
     * background. Processors are not waited for.
     */
    StateValue state() {
        State state = service.snapshot().state();
        return new StateValue(new Contents(
                state, identifiers, timeFor(state), callers.snapshot().issued(), policies.attached()));
    }

    /** Reads the clock only if messages are kept for a limited time, because a clock of the test may advance with each reading. */
    private Instant timeFor(State state) {
        return state.directory().appInstances().values().stream()
                        .anyMatch(
                                appInstance -> appInstance.retention().period().isPresent())
                ? clock.instant()
                : Instant.EPOCH;
    }

    Snapshot snapshot() {
        return new Snapshot(
                registrations.appInstances().stream().map(AppInstanceArn::text).toList(),
                List.of(
                        // First, so that none delivers what happens after the reset.
                        restorer(
                                components -> components.streams,
                                StreamDeliveries::snapshot,
                                StreamDeliveries::restore),
                        restorer(
                                components -> components.service,
                                MessagingService::snapshot,
                                MessagingService::restore),
                        restorer(components -> components.clock, AdjustableClock::setting, AdjustableClock::set),
                        restorer(components -> components.callers, Callers::snapshot, Callers::restore),
                        restorer(components -> components.rules, PermissionRules::snapshot, PermissionRules::restore),
                        restorer(components -> components.policies, CallerPolicies::snapshot, CallerPolicies::restore),
                        restorer(
                                components -> components.enforcement,
                                PolicyEnforcement::snapshot,
                                PolicyEnforcement::restore),
                        restorer(components -> components.faults, FaultPlan::snapshot, FaultPlan::restore),
                        restorer(components -> components.connectRules, ConnectRules::snapshot, ConnectRules::restore),
                        restorer(
                                components -> components.socketFaults.connects(),
                                ConnectFaults::snapshot,
                                ConnectFaults::restore),
                        restorer(
                                components -> components.socketFaults.events(),
                                EventFaults::snapshot,
                                EventFaults::restore),
                        restorer(
                                components -> components.sessions,
                                MessagingSessions::snapshot,
                                MessagingSessions::restore),
                        restorer(components -> components.rates, RateLimits::snapshot, RateLimits::restore),
                        restorer(
                                components -> components.service.staleReads(),
                                StaleReads::snapshot,
                                StaleReads::restore)));
    }

    private <P, S> Consumer<FakeComponents> restorer(
            Function<FakeComponents, P> part, Function<P, S> snapshot, BiConsumer<P, S> restore) {
        S state = snapshot.apply(part.apply(this));
        return components -> restore.accept(part.apply(components), state);
    }

    /**
     * Drops background work, restores the snapshot, clears journal and events, and restarts the sequence of request ids. The
     * work is dropped first, so that none changes the restored state.
     */
    void restore(Snapshot snapshot) {
        sessions.reset(); // First, so that none receives what belongs to the restored state.
        PendingWork.warnOfDropped(background.drop());
        snapshot.restorers().forEach(restorer -> restorer.accept(this));
        requestIds.restart();
        journal.clear();
        events.clear();
        gateway.restart();
    }
}
