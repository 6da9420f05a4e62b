package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.internal.access.Access;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.permissions.PermissionRules;
import io.github.chimefake.internal.access.policies.CallContexts;
import io.github.chimefake.internal.access.policies.CallerPolicies;
import io.github.chimefake.internal.access.policies.PolicyEnforcement;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.consistency.StaleReads;
import io.github.chimefake.internal.faults.FaultPlan;
import io.github.chimefake.internal.gateway.Gateway;
import io.github.chimefake.internal.gateway.Generations;
import io.github.chimefake.internal.gateway.RequestIds;
import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.identity.Registrations;
import io.github.chimefake.internal.journal.DefaultJournal;
import io.github.chimefake.internal.leastprivilege.UsageLedger;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.internal.messaging.state.MessagingSettings;
import io.github.chimefake.internal.messaging.store.Snapshot;
import io.github.chimefake.internal.rates.RateLimits;
import java.time.Clock;
import java.util.List;

/** The rooms behind an endpoint, wired together: all that a fake holds but for WireMock's stubs. */
final class Rooms {
    final AdjustableClock clock;
    final MessagingService service;
    final Registrations registrations;
    final Callers callers;
    final PermissionRules rules;
    final FakeLifetime lifetime = new FakeLifetime();
    final UsageLedger uses = new UsageLedger();
    final CallerPolicies policies;
    final PolicyEnforcement enforcement = new PolicyEnforcement(lifetime);
    final FaultPlan faults;
    final RateLimits rates;
    final Generations generations;
    final DefaultJournal journal;
    final Gateway gateway;
    private final RequestIds requestIds;

    /** What each room held at one moment. */
    record Contents(
            List<String> appInstances,
            Snapshot service,
            AdjustableClock.Setting clock,
            Callers.Snapshot callers,
            PermissionRules.Snapshot rules,
            CallerPolicies.Snapshot policies,
            PolicyEnforcement.Snapshot enforcement,
            FaultPlan.Snapshot faults,
            RateLimits.Snapshot rates,
            StaleReads.Snapshot staleReads) {}

    /** Rooms that hold the app instances of the settings, and nobody in them. */
    Rooms(ServerSettings settings) {
        this(settings, settings.usedPool().map(EndpointPool::newGenerations).orElseGet(Generations::new));
    }

    /** The same, whose calls belong to these generations. */
    Rooms(ServerSettings settings, Generations generations) {
        this.generations = generations;
        this.faults = new FaultPlan(generations, lifetime);
        this.clock = new AdjustableClock(
                settings.clock()
                        .<Clock>map(given -> new UserClock(given, generations))
                        .orElseGet(() -> new LiveClock(Clock.systemUTC())),
                lifetime);
        this.service = new MessagingService(clock, settings.seed(), MessagingSettings.DEFAULT, generations);
        this.registrations = new Registrations(service.directory());
        this.rules = new PermissionRules(service::roles, generations, lifetime);
        this.policies = new CallerPolicies(new CallContexts(settings.region(), clock, service::tags), uses, lifetime);
        this.rates = new RateLimits(clock, generations, lifetime);
        this.callers = new Callers(settings.account(), clock, lifetime);
        this.requestIds = new RequestIds(settings.seed());
        this.journal = new DefaultJournal(settings.journalCapacity());
        settings.appInstances().forEach(arn -> registrations.createAppInstance(arn, arn.id()));
        IdentityService identity =
                new IdentityService(service.directory(), settings.region(), settings.account(), settings.seed());
        Access access = new Access(callers, rules, policies, enforcement, settings.region());
        this.gateway = new Gateway(faults, access, rates, service, identity, journal, generations, requestIds);
    }

    ChimeAppInstance appInstance(AppInstanceArn arn) {
        return new DefaultAppInstance(service, registrations, lifetime, arn);
    }

    Contents snapshot() {
        return new Contents(
                registrations.appInstances().stream().map(AppInstanceArn::text).toList(),
                service.snapshot(),
                clock.setting(),
                callers.snapshot(),
                rules.snapshot(),
                policies.snapshot(),
                enforcement.snapshot(),
                faults.snapshot(),
                rates.snapshot(),
                service.staleReads().snapshot());
    }

    /** Goes back to these contents, with an empty journal and the ids of requests from the first on. */
    void restore(Contents contents) {
        service.restore(contents.service());
        clock.set(contents.clock());
        callers.restore(contents.callers());
        rules.restore(contents.rules());
        policies.restore(contents.policies());
        enforcement.restore(contents.enforcement());
        faults.restore(contents.faults());
        rates.restore(contents.rates());
        service.staleReads().restore(contents.staleReads());
        requestIds.restart();
        journal.clear();
        gateway.forgetAttempts();
    }
}
