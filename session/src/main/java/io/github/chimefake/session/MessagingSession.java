package io.github.chimefake.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A client for a messaging session: it opens the WebSocket connection of one user, receives events, and connects again after a loss, as
 * {@code DefaultMessagingSession} of amazon-chime-sdk-js does. It works against AWS and against the fake.
 *
 * <pre>{@code
 * try (MessagingSession session = MessagingSession.builder()
 *         .client(client)
 *         .userArn(userArn)
 *         .onEvent(event -> System.out.println(event))
 *         .build()
 *         .start()) {
 *     SessionEvent event = session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(2));
 *     assertThat(event.channelMessage().content()).isEqualTo("hello");
 * }
 * }</pre>
 *
 * <p>Events that the service sends before {@code SESSION_ESTABLISHED} are kept, and delivered directly before it.
 *
 * <p>The methods that wait return each event and each close once: whatever arrives between two of them is there for the next. They wait
 * by true time, and must not be called by a listener of the session.
 *
 * <p>Thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
public interface MessagingSession extends AutoCloseable {
    /** Returns a builder of a session. */
    static MessagingSessionBuilder builder() {
        return new MessagingSessionBuilder();
    }

    /**
     * Connects, and returns when the service has sent {@code SESSION_ESTABLISHED}. What the public client repeats is repeated here, too:
     * a failed lookup of the endpoint, and closes before {@code SESSION_ESTABLISHED} with a code that allows it.
     *
     * @return this session
     * @throws SessionClosedException if the session ends before, for example with 4401
     * @throws IllegalStateException if the time of {@link MessagingSessionBuilder#startTimeout} is over, with a
     *     {@link java.util.concurrent.TimeoutException} as its cause; if the thread is interrupted, which it stays. The session
     *     has ended then. Or if it was started before
     */
    MessagingSession start();

    /** Returns whether the session is established at this moment. It is not while it connects, reconnects or has ended. */
    boolean isEstablished();

    /** Returns the ARN of the user. */
    String userArn();

    /** Returns the id of the session, which each connection sends. */
    String sessionId();

    /** Returns the events so far in the order of their delivery, {@code SESSION_ESTABLISHED} of each connection among them. */
    List<SessionEvent> events();

    /** Returns how connections of this session were closed so far, in order; the latest 10,000 if there are more. */
    List<SessionClose> closes();

    /**
     * Returns the first event of this type that no earlier wait has returned; waits for it if it has not arrived. Events of other types
     * stay for later waits.
     *
     * @param type as the header {@code x-amz-chime-event-type} names it, for example {@code CREATE_CHANNEL_MESSAGE}
     * @param limit at least 0
     * @throws SessionClosedException if the session has ended without such an event
     * @throws IllegalStateException if the session was not started; if the limit is over, with a {@link java.util.concurrent.TimeoutException} as its cause; the message
     *     lists what was received. If the thread is interrupted, which it stays
     */
    SessionEvent awaitEvent(String type, Duration limit);

    /**
     * Returns the first event that matches and that no earlier wait has returned; waits for it if it has not arrived. Otherwise like
     * {@link #awaitEvent(String, Duration)}.
     *
     * @param event called without a lock, possibly several times for one event
     */
    SessionEvent awaitEvent(Predicate<? super SessionEvent> event, Duration limit);

    /**
     * Returns an event as {@link #awaitEvent(Predicate, Duration)} does, but empty as soon as a connection was closed and no event matches. The close
     * stays for {@link #awaitClose}, and ends further calls of this method, until that has returned it.
     */
    Optional<SessionEvent> awaitEventOrClose(Predicate<? super SessionEvent> event, Duration limit);

    /**
     * Returns how the next connection of this session was closed that no earlier call has returned; waits for it. This is also a close
     * after which the session connects again, which {@link SessionClose#isReconnecting()} says.
     *
     * @param limit at least 0
     * @throws IllegalStateException if the session was not started; if the limit is over, with a
     *     {@link java.util.concurrent.TimeoutException} as its cause; if the session has ended, and every close was returned; or if the thread is interrupted, which it stays
     */
    SessionClose awaitClose(Duration limit);

    /**
     * Ends the session without waiting for it, also while a listener of it blocks: closes its connection with code 1000, or ends it if it is not open yet; delivers no more
     * events, and connects no more. The last of {@link #closes()} says so when the listeners were told. A session that was not started
     * cannot be started any more.
     */
    void stop();

    /**
     * Ends the session as {@link #stop()} does, and waits until it has ended, at most 2 seconds, unless a listener of the session
     * calls it. Closing twice has no effect.
     */
    @Override
    void close();
}
