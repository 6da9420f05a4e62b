package io.github.chimefake.internal.control.route;

import java.util.concurrent.CompletionStage;

/** What a route does that waits for something. It returns at once, and holds no thread meanwhile. */
@FunctionalInterface
public interface WaitingHandler {
    /** Starts to carry the request out. Throws, or completes with, what {@link Handler#handle} throws. */
    CompletionStage<Reply> handle(Request request);
}
