package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.junit.jupiter.internal.parameters.InjectedFields;
import io.github.chimefake.junit.jupiter.internal.report.Printout;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.FieldValues;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The fields that hold something of one fake for all tests of a container. At its end, static ones get their earlier values back. */
final class HeldFields {
    private final ExtensionContext container;
    private final List<Held> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable ChimeMessagingServer server;

    HeldFields(ExtensionContext container) {
        this.container = container;
    }

    private record Held(Field field, @Nullable Object instance) {}

    /** The static fields of the run, and the containers that have set them, the innermost first. */
    private static final class OfRun {
        private final Map<Field, Deque<Holder>> holders = new HashMap<>();

        private record Holder(ExtensionContext container, Optional<Object> earlier) {
            private boolean isAround(ExtensionContext other) {
                return FakeDeclarations.upwards(other)
                        .anyMatch(there -> there.getUniqueId().equals(container.getUniqueId()));
            }
        }

        private synchronized void add(Field field, ExtensionContext container) {
            Deque<Holder> ofField = holders.computeIfAbsent(field, key -> new ArrayDeque<>());
            Optional.ofNullable(ofField.peek())
                    .filter(holder -> !holder.isAround(container))
                    .ifPresent(holder -> {
                        throw new ExtensionConfigurationException("The field " + field + " is set for "
                                + Printout.name(holder.container()) + " and for " + Printout.name(container)
                                + ", which run at the same time, each with its own fake. Make it an instance field, or take"
                                + " a parameter; or let the classes run one after the other, for example with"
                                + " @ResourceLock(\"chime\") on both");
                    });
            ofField.push(new Holder(container, FieldValues.value(field, Optional.empty())));
        }

        private synchronized void remove(Field field, ExtensionContext container) {
            Deque<Holder> ofField = holders.getOrDefault(field, new ArrayDeque<>());
            if (!ofField.isEmpty() && ofField.peek().container() == container) {
                InjectedFields.put(field, null, ofField.pop().earlier().orElse(null));
            }
        }
    }

    private OfRun ofRun() {
        return ContextStore.ofRun(container, OfRun.class, OfRun::new);
    }

    /**
     * Sets a field.
     *
     * @param instance the test instance; null for a static field
     * @throws ExtensionConfigurationException if tests that run at the same time have set it to something of another fake
     */
    void set(Field field, @Nullable Object instance, ChimeMessagingServer chime) {
        if (instance == null) {
            ofRun().add(field, container);
        }
        all.add(new Held(field, instance));
        server = chime;
        InjectedFields.set(field, instance, chime);
    }

    /**
     * Sets the fields again if the fake has another server. Channels remain: its state is the same.
     *
     * @return whether it has another one
     */
    boolean moveTo(ChimeMessagingServer chime) {
        boolean changed = setAgain(chime);
        server = chime;
        return changed;
    }

    /** Does the same, but for the tests of a container within this one. */
    boolean setAgain(ChimeMessagingServer chime) {
        boolean changed = server != chime;
        if (changed) {
            all.stream()
                    .filter(held -> InjectedFields.isOfServer(held.field()))
                    .forEach(held -> InjectedFields.set(held.field(), held.instance(), chime));
        }
        return changed;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns one of the fields; empty if there is none. */
    Optional<Field> first() {
        return all.stream().map(Held::field).findFirst();
    }

    /** Ends the container. */
    void release() {
        all.stream().filter(held -> held.instance() == null).forEach(held -> ofRun().remove(held.field(), container));
    }
}
