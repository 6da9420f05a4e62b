package io.github.chimefake.internal.background;

import io.github.chimefake.internal.exchange.Call;
import java.util.Optional;

/**
 * Something that the service did after it had responded, with its cause. The texts contain full ARNs.
 *
 * @param description what did something, or what something was done to, for example the ARN of a channel
 * @param outcome what happened, as the end of a sentence that begins with the description
 * @param detail a text of the user's code that explains the outcome, for example of an exception
 * @param cause the cause, without a period
 * @param ordinary whether this is what happens if nothing goes wrong, so that a long printout can leave it out
 */
public record FinishedWork(
        String description, String outcome, Optional<String> detail, String cause, boolean ordinary) {
    /** Returns work that has no detail, and that no printout leaves out. */
    public static FinishedWork of(String description, String outcome, String cause) {
        return new FinishedWork(description, outcome, Optional.empty(), cause, false);
    }

    /** Returns a call as a cause, for example {@code SendChannelMessage by arn:…}. */
    public static String cause(Call call) {
        return call.operation() + call.bearer().map(bearer -> " by " + bearer).orElse("");
    }
}
