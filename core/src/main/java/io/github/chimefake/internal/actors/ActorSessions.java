package io.github.chimefake.internal.actors;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.session.MessagingSession;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** The messaging sessions of actors. */
public interface ActorSessions {
    /**
     * Opens a session, and returns when it is established.
     *
     * @param client looks up the endpoint, and has the credentials
     * @param sender whether faults apply to the session
     */
    MessagingSession connect(ChimeUser user, ChimeSdkMessagingClient client, Sender sender);

    /** Closes the sessions of a user as a client does, and returns how many were open. */
    int disconnect(ChimeUser user);

    /** Ends the connections of the sessions of a user, and returns how many were open. */
    int drop(ChimeUser user);
}
