package io.github.chimefake.internal.operations;

import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The result of a {@link Command}.
 *
 * @param state the new state
 * @param response the response
 * @param tasks what the service must do after the command
 * @param events the events that the command emits to users
 */
public record Outcome<S>(S state, AwsResponse response, List<Task> tasks, List<Event> events) {
    /** A task of the service after a command, for example to invoke the processor of a channel flow. */
    public interface Task {}

    /** An event of a command, for example that a message was sent. */
    public interface Event {}

    public Outcome {
        tasks = List.copyOf(tasks);
        events = List.copyOf(events);
    }

    /** Creates an outcome without tasks. */
    public Outcome(S state, AwsResponse response) {
        this(state, response, List.of(), List.of());
    }

    /** Creates an outcome without tasks, and with one event. */
    public Outcome(S state, AwsResponse response, Event event) {
        this(state, response, List.of(), List.of(event));
    }
}
