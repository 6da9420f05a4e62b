package io.github.chimefake.internal.control.objects;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.internal.control.route.Problem;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Waiting;
import io.github.chimefake.snapshots.ServerSnapshot;
import io.github.chimefake.state.ChimeState;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A fake and what the control API keeps of it: its objects, which come and go with those of the fake.
 *
 * <p>If code in Java resets the fake, the objects of the control API stay until it is reset here.
 */
public final class ControlledFake {
    private final ChimeMessagingServer chime;
    private final Waiting waiting;
    private final References references;
    private final List<Registry<?>> registries = new CopyOnWriteArrayList<>();
    private volatile Runnable baseline = () -> {};

    /**
     * What a snapshot holds: the contents of the fake, and the objects of the control API.
     *
     * @param fake the contents of the fake
     * @param state the state in them
     * @param objects brings the objects back
     */
    public record Captured(ServerSnapshot fake, ChimeState state, Runnable objects) {}

    /**
     * Creates the view on a fake.
     *
     * @param waiting lets requests wait
     */
    public ControlledFake(ChimeMessagingServer chime, Waiting waiting) {
        this.chime = chime;
        this.waiting = waiting;
        this.references = new References(this);
    }

    /**
     * Returns the fake.
     *
     * @throws ProblemException with status 503 if it is closed
     */
    public ChimeMessagingServer chime() {
        if (!chime.isRunning()) {
            throw new ProblemException(Problem.of(
                    503, "The fake is closed, so that it can be neither changed nor read. Start another one"));
        }
        return chime;
    }

    /** Returns whether the fake runs. */
    public boolean isRunning() {
        return chime.isRunning();
    }

    /** Returns what lets requests wait without a thread. */
    public Waiting waiting() {
        return waiting;
    }

    /** Returns how bodies name users, channels and callers. */
    public References references() {
        return references;
    }

    /**
     * Returns a registry of objects whose ids begin with this noun.
     *
     * @param noun for example {@code fault}
     */
    public <T> Registry<T> registry(String noun) {
        Registry<T> registry = new Registry<>(noun);
        registries.add(registry);
        return registry;
    }

    /** Makes the current contents the baseline. To be called once, after all registries were made. */
    public void start() {
        baseline = objects();
    }

    /**
     * Returns the fake to its baseline, and the objects to those of the baseline.
     *
     * @throws ProblemException with status 409 if the fake cannot go online, as another program has taken its port
     */
    public synchronized void reset() {
        restored(() -> chime().reset(), baseline);
    }

    /** Makes the current contents the baseline. */
    public synchronized void markBaseline() {
        chime().snapshots().markBaseline();
        baseline = objects();
    }

    /** Returns the current contents. */
    public synchronized Captured capture() {
        return new Captured(chime().snapshots().take(), chime().state(), objects());
    }

    /** Restores what was captured. */
    public synchronized void restore(Captured captured) {
        restored(() -> chime().snapshots().restore(captured.fake()), captured.objects());
    }

    private static void restored(Runnable contents, Runnable objects) {
        try {
            contents.run();
        } catch (UncheckedIOException e) {
            // All else was restored.
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        } finally {
            objects.run();
        }
    }

    private Runnable objects() {
        List<Runnable> all = registries.stream().map(Registry::capture).toList();
        return () -> all.forEach(Runnable::run);
    }
}
