package io.github.chimefake.internal.operations;

import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * What a {@link Command} makes.
 *
 * @param state the state after it
 * @param response the response
 * @param tasks what the service has to do next because of it
 */
public record Outcome<S>(S state, AwsResponse response, List<Task> tasks) {
    /** Something that the service has to do after a command, for example invoke the processor of a channel flow. */
    public interface Task {}

    public Outcome {
        tasks = List.copyOf(tasks);
    }

    /** An outcome that leaves nothing to do. */
    public Outcome(S state, AwsResponse response) {
        this(state, response, List.of());
    }
}
