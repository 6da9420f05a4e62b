package io.github.chimefake.internal.control.route;

/** What a route does. It runs on a thread of the control API; {@link WaitingHandler} is for what takes long. */
@FunctionalInterface
public interface Handler {
    /**
     * Carries the request out.
     *
     * @throws ProblemException for a response with a status of 4xx or 5xx
     * @throws io.github.chimefake.internal.control.schema.InvalidFieldException for a response with status 400 that names a field
     * @throws IllegalArgumentException likewise, without a field
     */
    Reply handle(Request request);
}
