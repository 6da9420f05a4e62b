package io.github.chimefake.internal.server;

import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.internal.clients.ClientCache;
import io.github.chimefake.internal.wiremock.WireMockEndpoint;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The start state of each test of a fake, and every way back to it or to another snapshot. */
final class Baseline {
    private final ServerSettings.Place place;
    private final FakeComponents components;
    private final Endpoint endpoint;
    private final ClientCache clients;
    private final Optional<ChimeAppInstance> defaultAppInstance;
    private final AtomicLong restores = new AtomicLong();
    private volatile FakeSnapshot snapshot;

    /** Takes the current state as the baseline. */
    Baseline(
            ServerSettings.Place place,
            FakeComponents components,
            Endpoint endpoint,
            ClientCache clients,
            Optional<ChimeAppInstance> defaultAppInstance) {
        this.place = place;
        this.components = components;
        this.endpoint = endpoint;
        this.clients = clients;
        this.defaultAppInstance = defaultAppInstance;
        this.snapshot = current();
    }

    /** Returns the baseline. */
    FakeSnapshot snapshot() {
        return snapshot;
    }

    /** Returns a snapshot of the current state. */
    FakeSnapshot current() {
        return current(endpoint.snapshot());
    }

    private FakeSnapshot current(WireMockEndpoint.Snapshot stubs) {
        return new FakeSnapshot(
                place, authority(), components.snapshot(), stubs, components.generations.testsOfBaseline());
    }

    private String authority() {
        return endpoint.wireMock.uri().getAuthority();
    }

    /** Makes the current state the baseline. */
    void mark() {
        mark(current());
    }

    /** Makes the current state the baseline, as if the endpoint were online. */
    void markOnline() {
        mark(current(endpoint.snapshot().online()));
    }

    private void mark(FakeSnapshot marked) {
        components.lifetime.requireRunning("snapshots().markBaseline()");
        snapshot = marked;
        components.setups.markBaseline();
        components.generations.keepClientsOfCurrentTest();
    }

    /** Goes back to the baseline. */
    void reset() {
        restore("reset()", snapshot);
    }

    /** Goes back to the baseline, but neither online nor offline. Calls that are still being processed change nothing more. */
    void dropCalls() {
        components.generations.reset(() -> components.restore(snapshot.components()));
    }

    /** Restores a snapshot, of this fake or of another. The baseline stays. */
    void restore(String call, FakeSnapshot other) {
        requireFitting(call, other);
        components.generations.reset(() -> restore(other));
    }

    /** Starts a test whose baseline is the snapshot. */
    void startTest(FakeSnapshot baselineOfTest) {
        requireFitting("startTest(baseline)", baselineOfTest);
        components.generations.startTest(baselineOfTest.testsOfBaseline(), () -> {
            try {
                replace(baselineOfTest);
            } finally {
                clients.startTest();
            }
        });
    }

    /** Makes the snapshot, of this fake or of one that this is a copy of, the baseline and the current state. */
    void replace(FakeSnapshot other) {
        snapshot = other; // Also if the port that the fake has to listen on again was taken by another program.
        restore(other);
    }

    /** Returns how often a snapshot was restored. */
    long restoresSoFar() {
        return restores.get();
    }

    private void restore(FakeSnapshot other) {
        restores.incrementAndGet();
        components.restore(other.components());
        endpoint.restore(other.stubs());
        components.sessions.setOnline(endpoint.wireMock.isOnline());
    }

    private void requireFitting(String call, FakeSnapshot other) {
        components.lifetime.requireRunning(call);
        if (!other.place().equals(place)) {
            throw new IllegalArgumentException(call + ": the snapshot is of a fake of " + other.place()
                    + ", and this is one of " + place
                    + ". Start both fakes with the same app instance, region, account and seed");
        }
        defaultAppInstance
                .map(ChimeAppInstance::arn)
                .filter(arn -> !other.components().appInstances().contains(arn))
                .ifPresent(arn -> {
                    throw new IllegalArgumentException(call + ": the snapshot holds the app instances "
                            + other.components().appInstances() + ", but this fake's default one is " + arn
                            + ". Start both fakes with the same app instance, region, account and seed");
                });
    }
}
