package io.github.chimefake.examples.sweep;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Operation;
import java.util.Set;

/**
 * A method to be swept, with a test of it.
 *
 * @param name describes the test
 * @param kind whether a bug is planted, and how it was made
 * @param planted the bug; empty if none is planted
 * @param bestEffort the operations that the method may fail to call
 * @param messages whether the first channel has messages at the start
 * @param body the code that is swept; returns its outcome
 * @param assertions what the test asserts of the outcome
 */
public record SweepCase<T>(
        String name,
        Kind kind,
        String planted,
        Set<Operation> bestEffort,
        boolean messages,
        Body<T> body,
        Assertions<T> assertions) {
    /** How a method was made. */
    public enum Kind {
        /** No bug is planted. */
        CORRECT,
        /** A correct method with one mechanical change. */
        MUTATED,
        /** Written with its bug. */
        WRITTEN
    }

    /** Runs the code under test. */
    @FunctionalInterface
    public interface Body<T> {
        T run(World world);
    }

    /** Asserts something of the outcome. */
    @FunctionalInterface
    public interface Assertions<T> {
        void check(World world, T outcome);
    }

    /** Returns a case without a bug. */
    public static <T> SweepCase<T> correct(String name, Body<T> body, Assertions<T> assertions) {
        return new SweepCase<>(name, Kind.CORRECT, "", Set.of(), false, body, assertions);
    }

    /** Returns a case without a bug, whose method may fail to call an operation. */
    public static <T> SweepCase<T> bestEffort(
            String name, Operation operation, Body<T> body, Assertions<T> assertions) {
        return new SweepCase<>(name, Kind.CORRECT, "", Set.of(operation), false, body, assertions);
    }

    /** Returns a case with a mechanical change. */
    public static <T> SweepCase<T> mutated(String name, String planted, Body<T> body, Assertions<T> assertions) {
        return new SweepCase<>(name, Kind.MUTATED, planted, Set.of(), false, body, assertions);
    }

    /** Returns a case that was written with its bug. */
    public static <T> SweepCase<T> written(String name, String planted, Body<T> body, Assertions<T> assertions) {
        return new SweepCase<>(name, Kind.WRITTEN, planted, Set.of(), false, body, assertions);
    }

    /** Returns this case with messages in the first channel. */
    public SweepCase<T> withMessages() {
        return new SweepCase<>(name, kind, planted, bestEffort, true, body, assertions);
    }

    /** Creates what the case starts with. */
    World start(ChimeMessagingServer chime) {
        World world = new World(chime);
        if (messages) {
            world.addMessages();
        }
        return world;
    }

    /** Runs the code and the assertions once. */
    void runIn(World world) {
        assertions.check(world, body.run(world));
    }

    @Override
    public String toString() {
        return name;
    }
}
