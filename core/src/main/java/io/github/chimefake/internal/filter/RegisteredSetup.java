package io.github.chimefake.internal.filter;

import io.github.chimefake.internal.filter.Registrations.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a test registered: how often it applied, in whichever fake, and how often it has to. */
public final class RegisteredSetup implements Setup {
    private final List<? extends Definition> definitions;
    private final Supplier<String> description;
    private final String source;
    private final Optional<Declaration> declaration;
    private final long order = System.nanoTime();
    private final Instant since = Instant.now();
    private volatile boolean settled;
    private volatile boolean replaced;
    private volatile int seen;
    private volatile int applied;
    private volatile int attempts;

    RegisteredSetup(
            List<? extends Definition> definitions,
            Supplier<String> description,
            String source,
            Optional<Declaration> declaration) {
        this.definitions = definitions;
        this.description = description;
        this.source = source;
        this.declaration = declaration;
    }

    /**
     * Notes a call that the definition selects. Called with the lock of the registrations held.
     *
     * @param selected the number of selected calls since the last reset
     * @param ordinal which of the calls that the definition applies to this is, 0 if it does not apply to it
     * @param attempt the number of the attempt
     */
    void note(int selected, int ordinal, int attempt) {
        seen = Math.max(seen, selected);
        if (ordinal > 0) {
            applied = Math.max(applied, ordinal);
            attempts = Math.max(attempts, attempt);
            declaration.ifPresent(Declaration::markUsed);
        }
    }

    /** Notes that it had its effect, although it may have applied to no call. */
    void settle() {
        settled = true;
        declaration.ifPresent(Declaration::markUsed);
    }

    /** Notes that another registration took its place. */
    void replace() {
        replaced = true;
    }

    @Override
    public String source() {
        return declaration.map(Declaration::source).orElse(source);
    }

    @Override
    public long order() {
        return order;
    }

    @Override
    public boolean isUsed() {
        return settled || applied > 0 || declaration.filter(Declaration::isUsed).isPresent();
    }

    @Override
    public boolean isSettled() {
        return settled || (applied >= expectedCalls() && attempts >= expectedAttempts());
    }

    /** Returns whether it has begun to apply and not ended. */
    public boolean isUnderWay() {
        return applied > 0 && !isSettled();
    }

    @Override
    public Optional<Declaration> declaration() {
        return declaration;
    }

    /** Returns the definitions that were registered together. */
    public List<? extends Definition> definitions() {
        return definitions;
    }

    /** Returns when it was registered, by the system clock. */
    public Instant since() {
        return since;
    }

    /** Returns whether another registration took its place. */
    public boolean isReplaced() {
        return replaced;
    }

    /** Returns the number of calls that it selected, whether or not it applied to them. */
    public int seen() {
        return seen;
    }

    /** Returns the number of calls that it applied to. */
    public int applied() {
        return applied;
    }

    /** Returns the number of calls that it has to apply to. */
    public int expectedCalls() {
        return definitions.stream().mapToInt(Definition::expectedCalls).max().orElse(1);
    }

    /** Returns the number of attempts of one call that it applied to. */
    public int attempts() {
        return attempts;
    }

    /** Returns the number of attempts of one call that it has to apply to. */
    public int expectedAttempts() {
        return definitions.stream().mapToInt(Definition::expectedAttempts).max().orElse(1);
    }

    /** Returns a description, for example {@code fault "SendChannelMessage, once: UnauthorizedClientException"}. */
    @Override
    public String toString() {
        return description.get();
    }
}
