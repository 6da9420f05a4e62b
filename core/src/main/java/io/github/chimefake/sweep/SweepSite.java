package io.github.chimefake.sweep;

import io.github.chimefake.Experimental;
import io.github.chimefake.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A call of the code under test, recognized in each run by its operation, who made it, what it is about, the line of code, its content
 * as far as that is the same in each run, and the occurrence among equals. Immutable. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface SweepSite {
    /** Returns the operation. */
    Operation operation();

    /** Returns the id of the bearer; for an operation without one, the principal of the caller, for example {@code user/test}. */
    String who();

    /** Returns the id of the channel that the call names; empty if it names none. A generated id is replaced, for example by {@code channel 1}. */
    Optional<String> channel();

    /** Returns the ids of the other resources that the call names, sorted, without bearer and app instance. Generated ids are replaced. */
    List<String> otherResources();

    /** Returns the number among calls of the same operation, by the same, on the same resources, from 1. */
    int occurrence();

    /**
     * Returns the innermost frames of the code under test that made the call, at most six, without those of libraries, for example
     * {@code ChatService.post(ChatService.java:42)}. Of a step of asynchronous code, only its own. Empty for a client that is not of the AWS
     * SDK for Java 2, or of another process.
     */
    List<String> lines();

    /** Returns operation, occurrence, who and resources, for example {@code SendChannelMessage #2 by alice in general}. */
    @Override
    String toString();
}
