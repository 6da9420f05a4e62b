package io.github.chimefake.actors;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Experimental;
import io.github.chimefake.session.MessagingSession;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/**
 * A user that acts for the test, besides the code under test. Each method is one call of the service with this user as the bearer, and
 * returns when the service has responded.
 *
 * <pre>{@code
 * String message = chime.actor(bob).send(general, "hello");
 * chime.actor(bob).edit(general, message, "hello, everybody");
 * chime.actor(carol).ban(general, bob);
 * }</pre>
 *
 * <p>A call is subject to all checks that a client's is: permission rules, policies, roles, rate limits, constraints. What is denied throws
 * the SDK's exception, for example {@code UnauthorizedClientException} or {@code ForbiddenException}. There are no retries. The call is in
 * the journal, marked as {@linkplain io.github.chimefake.journal.RecordedCall#isByActor() an actor's}.
 *
 * <p>It does not count as a call of the code under test: faults, stale reads, and rules that apply to certain calls only, such as
 * {@code nthCall(2)}, leave it out and do not count it; {@code timesApplied()}, {@code assertThat(chime)} and the permissions used do not
 * include it. A rule that decided about it is no unused setup. {@link #withFaults()} changes the first of these.
 *
 * <p>It needs no connection, except for {@link #connect}: it works while the fake is offline, and WireMock stubs do not see it. May be used by code of the user that
 * runs within a request. An actor works as long as a {@linkplain io.github.chimefake.ChimeMessagingServer#client() client}: until its test
 * ends, through resets; a call that began before a reset fails. A user or a channel that a reset has removed is unknown to the service.
 *
 * <p>All methods that call the service throw
 * {@link software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException} if it responds with an error, and
 * {@link IllegalStateException} if the fake is closed. Immutable and thread-safe. Not to be implemented by users.
 *
 * @since 0.1
 */
@Experimental
public interface Actor {
    /** Returns the user. */
    ChimeUser user();

    /** Returns this actor with calls that another caller signs, instead of {@code chime.caller()}. */
    @CheckReturnValue
    Actor signedBy(ChimeCaller caller);

    /**
     * Returns this actor with calls that faults, stale reads and schedules treat and count as they do those of clients. Delays hold up
     * the current thread; if a fault breaks the connection, the call throws an {@code SdkClientException}.
     */
    @CheckReturnValue
    Actor withFaults();

    /**
     * Sends a persistent message of type STANDARD.
     *
     * @return the id of the message
     */
    @CanIgnoreReturnValue
    String send(ChimeChannel channel, String content);

    /**
     * Sends a message.
     *
     * <pre>{@code
     * chime.actor(bob).send(general, "hello", message -> message.persistence(NON_PERSISTENT).metadata("m"));
     * }</pre>
     *
     * @param options is given the request of {@link #send(ChimeChannel, String)} and may change it; called once, by the current thread
     * @return the id of the message
     */
    @CanIgnoreReturnValue
    String send(ChimeChannel channel, String content, Consumer<SendChannelMessageRequest.Builder> options);

    /**
     * Sends a message of type CONTROL, which is not stored.
     *
     * @return the id of the message
     */
    @CanIgnoreReturnValue
    String sendControl(ChimeChannel channel, String content);

    /**
     * Sends a message, which is not stored, to one member only.
     *
     * @return the id of the message
     */
    @CanIgnoreReturnValue
    String sendTo(ChimeChannel channel, ChimeUser target, String content);

    /**
     * Sends a message of type CONTROL, which is not stored, with the content {@code {"Typing":"Indicator"}}. Chime has no message that says
     * that a user is typing; this is the one of AWS's chat demonstration. For another content, use {@link #sendControl}.
     */
    void type(ChimeChannel channel);

    /** Edits a message. */
    void edit(ChimeChannel channel, String messageId, String content);

    /** Redacts a message. */
    void redact(ChimeChannel channel, String messageId);

    /** Deletes a message, which an app instance admin may. */
    void delete(ChimeChannel channel, String messageId);

    /** Makes the user a member, with a membership that it creates for itself. */
    void join(ChimeChannel channel);

    /** Adds a member. */
    void add(ChimeChannel channel, ChimeUser member);

    /** Ends the membership of the user itself. */
    void leave(ChimeChannel channel);

    /** Removes a member. */
    void remove(ChimeChannel channel, ChimeUser member);

    /** Bans a user. */
    void ban(ChimeChannel channel, ChimeUser user);

    /** Removes the ban of a user. */
    void unban(ChimeChannel channel, ChimeUser user);

    /** Sets the read marker of the user to now. */
    void markRead(ChimeChannel channel);

    /**
     * Opens a messaging session, and returns when it is established. The connect is subject to all checks; like a call, it meets no fault unless
     * {@link #withFaults()} asks for it, and neither do the events that the session is sent. The session does not connect again by itself.
     * It ends with {@link #disconnect}, {@link #drop}, and the next reset. It connects to the fake directly, also where
     * {@code chime.sessions().endpoint(…)} names a proxy. For a session that connects again, use
     * {@code chime.sessions().connect(user)}.
     *
     * <pre>{@code
     * MessagingSession session = chime.actor(bob).connect();
     * client.sendChannelMessage(…);
     * session.awaitEvent("CREATE_CHANNEL_MESSAGE", Duration.ofSeconds(2));
     * chime.actor(bob).drop();
     * }</pre>
     *
     * @throws io.github.chimefake.session.SessionClosedException if the session is closed before it is established, for example with 4401
     * @throws IllegalStateException if {@code io.github.chimefake:chime-messaging-fake-session} is not on the class path, which the JUnit
     *     artifact brings
     */
    @CanIgnoreReturnValue
    MessagingSession connect();

    /**
     * Closes the sessions of the user that actors have opened, as a client does that logs off: with code 1000. Returns when the fake has
     * noticed it.
     *
     * @return how many were open
     */
    @CanIgnoreReturnValue
    int disconnect();

    /**
     * Ends the connections of the user that actors have opened without a close frame, as a network does: the sessions see close code 1006.
     *
     * @return how many were open
     */
    @CanIgnoreReturnValue
    int drop();

    /**
     * Returns a client for all other operations. Requests without a bearer get this user; everything else is as for the methods of this
     * actor. After the end of the fake, its calls fail with an {@code SdkClientException} whose cause is a
     * {@link java.net.ConnectException}. The client need not be closed.
     *
     * <pre>{@code
     * chime.actor(bob).client().updateChannel(request -> request.channelArn(general.arn()).name("everybody")…);
     * }</pre>
     */
    ChimeSdkMessagingClient client();

    /** Returns for example {@code actor bob}. */
    @Override
    String toString();
}
