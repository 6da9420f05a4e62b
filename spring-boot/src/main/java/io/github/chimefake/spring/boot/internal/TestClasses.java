package io.github.chimefake.spring.boot.internal;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.snapshots.ServerSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The test classes that have begun and not ended, and the baseline of each: the state of the fake before its first test. A nested class
 * adds to that of the class around it. Not thread-safe.
 */
final class TestClasses {
    private final ChimeMessagingServer server;
    /** The innermost class first. */
    private final Deque<OpenClass> open = new ArrayDeque<>();

    private ServerSnapshot ofContext;

    private static final class OpenClass {
        private final Class<?> type;
        /** Whether Spring has not announced the class, because it announced it before the context was loaded. */
        private final boolean implied;

        private @Nullable ServerSnapshot baseline;

        private OpenClass(Class<?> type, boolean implied) {
            this.type = type;
            this.implied = implied;
        }

        /** Returns whether tests of the other class run within this one; it may be nested in a superclass of this one. */
        private boolean encloses(Class<?> other) {
            Class<?> around = other.getEnclosingClass();
            return around != null && (around.isAssignableFrom(type) || encloses(around));
        }
    }

    TestClasses(ChimeMessagingServer server) {
        this.server = server;
        this.ofContext = server.snapshots().take();
    }

    /** Makes the current state the baseline of classes that have not begun. */
    void markContext() {
        ofContext = server.snapshots().take();
    }

    boolean isNoneOpen() {
        return open.isEmpty();
    }

    /**
     * Begins a class. Does nothing if it has begun before.
     *
     * @param mark whether the current state belongs to the class around it
     * @return whether all classes that have begun are nested in each other
     */
    boolean enter(Class<?> type, boolean mark) {
        if (open.stream().noneMatch(given -> given.type == type)) {
            Class<?> around = type.getEnclosingClass();
            if (open.isEmpty() && around != null && FakeDeclaration.of(around).equals(FakeDeclaration.of(type))) {
                open.push(new OpenClass(around, true));
            }
            if (mark) {
                markInnermost();
            }
            open.push(new OpenClass(type, false));
        }
        return areNested();
    }

    /** Makes the current state the baseline of the innermost class, unless it has one. */
    void markInnermost() {
        Optional.ofNullable(open.peek()).filter(type -> type.baseline == null).ifPresent(type -> {
            type.baseline = server.snapshots().take();
        });
    }

    /** Ends a class. */
    void leave(Class<?> type) {
        open.removeIf(given -> given.type == type);
    }

    /** Ends the innermost class if Spring will not announce its end; it begins again with the next class in it. */
    void leaveImplied() {
        Optional.ofNullable(open.peek()).filter(given -> given.implied).ifPresent(open::remove);
    }

    /** Returns whether each class that has begun is nested in the others, and none of them lacks a baseline. */
    boolean areNestedAndMarked() {
        return areNested() && open.stream().allMatch(type -> type.baseline != null);
    }

    private boolean areNested() {
        Iterator<OpenClass> outwards = open.iterator();
        OpenClass inner = outwards.hasNext() ? outwards.next() : null;
        while (inner != null && outwards.hasNext()) {
            OpenClass outer = outwards.next();
            if (!outer.encloses(inner.type)) {
                return false;
            }
            inner = outer;
        }
        return true;
    }

    /** Returns the baseline of the innermost class that has one. */
    ServerSnapshot baseline() {
        return open.stream()
                .flatMap(type -> Optional.ofNullable(type.baseline).stream())
                .findFirst()
                .orElse(ofContext);
    }

    /** Returns the names of the classes, for messages. */
    @Override
    public String toString() {
        return open.stream().map(given -> given.type.getSimpleName()).collect(Collectors.joining(", "));
    }
}
