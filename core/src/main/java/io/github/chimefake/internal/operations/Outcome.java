package io.github.chimefake.internal.operations;

import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The result of a {@link Command}.
 *
 * @param state the new state
 * @param response the response
 * @param tasks what the service must do after the command
 */
public record Outcome<S>(S state, AwsResponse response, List<Task> tasks) {
    /** A task of the service after a command, for example to invoke the processor of a channel flow. */
    public interface Task {}

    public Outcome {
        tasks = List.copyOf(tasks);
    }

    /** Creates an outcome without tasks. */
    public Outcome(S state, AwsResponse response) {
        this(state, response, List.of());
    }
}
