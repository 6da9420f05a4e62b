package io.github.chimefake;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.call.Arn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fake to be started.
 *
 * <pre>{@code
 * ChimeMessagingServer chime = ChimeMessagingServer.builder()
 *         .appInstance("arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
 *         .users("alice", "bob")
 *         .start();
 * }</pre>
 */
@CheckReturnValue
public final class ChimeMessagingServerBuilder {
    private static final int HIGHEST_PORT = 65_535;

    private int port;
    private Optional<String> region = Optional.empty();
    private Optional<String> account = Optional.empty();
    private final List<Arn> appInstances = new ArrayList<>();
    private boolean withoutAppInstance;
    private final List<String> users = new ArrayList<>();
    private Optional<Clock> clock = Optional.empty();
    private long seed;
    private int journalCapacity = 10_000;
    private Optional<EndpointPool> pool = Optional.empty();

    ChimeMessagingServerBuilder() {}

    /**
     * The loopback port; a free one by default.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder port(int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port(" + number + "): expected 1 to " + HIGHEST_PORT + ", or 0 for a free one");
        }
        port = number;
        return this;
    }

    /**
     * The region that clients must sign for; that of the first app instance by default, else {@code us-east-1}. If app
     * instances are given as well, they must be in this region.
     *
     * @throws IllegalArgumentException if it is no name of a region
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder region(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "region(\"" + name + "\"): expected the name of a region, for example us-east-1");
        }
        region = Optional.of(name);
        return this;
    }

    /**
     * The AWS account of callers and made-up ARNs; that of the first app instance by default. If app instances are given as
     * well, the first must belong to this account.
     *
     * @param id 12 digits
     * @throws IllegalArgumentException if it is no account id
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder account(String id) {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("account(\"" + id + "\"): expected 12 digits");
        }
        account = Optional.of(id);
        return this;
    }

    /**
     * An app instance with this ARN. Called again, the fake has several; the first is the one that
     * {@link ChimeMessagingServer#user} and its like mean. All are in one region. By default there is one with a made-up ARN.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance, or its region is not one of its partition
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder appInstance(String arn) {
        appInstances.add(AppInstanceArns.parse(arn));
        return this;
    }

    /**
     * No app instance at first: the program under test creates its own with {@code CreateAppInstance}. Until then
     * {@link ChimeMessagingServer#user} and its like have none to mean; {@link ChimeMessagingServer#appInstance(String)} opens
     * the one that was created.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder withoutAppInstance() {
        withoutAppInstance = true;
        return this;
    }

    /** Users to be registered with the first app instance, with exactly these ids. */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder users(String... ids) {
        users.addAll(List.of(ids));
        return this;
    }

    /**
     * The clock that timestamps of channels and messages come from. By default the true time, but later at every look.
     * Signatures and the {@code Date} header go by the true time whatever this clock says.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder clock(Clock time) {
        clock = Optional.of(time);
        return this;
    }

    /** What ids are made from: the same seed and the same calls give the same ids. */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder seed(long number) {
        seed = number;
        return this;
    }

    /**
     * How many calls the journal holds at most; 10,000 by default.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder journalCapacity(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("journalCapacity(" + calls + "): expected at least 1");
        }
        journalCapacity = calls;
        return this;
    }

    /**
     * Takes the server of an earlier fake from this pool if one is idle, and gives its own back when it is closed: starting costs
     * a fraction then. A fake that asks for a {@link #port} uses no pool.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingServerBuilder reusing(EndpointPool endpoints) {
        pool = Optional.of(endpoints);
        return this;
    }

    /**
     * Starts the fake.
     *
     * @throws IllegalArgumentException if an app instance or a user is given twice, or the id of a user is no valid one
     * @throws IllegalStateException if settings contradict each other, for example a region and an app instance in another
     *     one, or if the pool is closed
     * @throws java.io.UncheckedIOException if the port is in use
     */
    public ChimeMessagingServer start() {
        Contradictions.refuse(region, account, appInstances, withoutAppInstance, users);
        Optional<Arn> first = appInstances.stream().findFirst();
        String effectiveRegion = region.or(() -> first.map(Arn::region))
                .filter(name -> !name.isEmpty())
                .orElse(ServerSettings.DEFAULT_REGION);
        String effectiveAccount = account.or(() -> first.map(Arn::account))
                .filter(id -> !id.isEmpty())
                .orElse(ServerSettings.DEFAULT_ACCOUNT);
        List<Arn> effectiveAppInstances = first.isPresent() || withoutAppInstance
                ? appInstances
                : Stream.of(AppInstanceArns.madeUp(effectiveRegion, effectiveAccount, seed))
                        .toList();
        return ChimeMessagingServer.start(new ServerSettings(
                port,
                effectiveRegion,
                effectiveAccount,
                effectiveAppInstances,
                users,
                clock,
                seed,
                journalCapacity,
                pool));
    }
}
