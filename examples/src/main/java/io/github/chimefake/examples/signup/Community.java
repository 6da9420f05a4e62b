package io.github.chimefake.examples.signup;

import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** The chat of a community. Each new member joins the lobby, and may post there. Users have the ids of the community's accounts. */
public final class Community {
    private final ChimeSdkIdentityClient identity;
    private final ChimeSdkMessagingClient messaging;
    private final String appInstance;
    private final String lobby;
    private final String host;

    /**
     * Creates the chat of an existing community.
     *
     * @param appInstance the ARN of its app instance
     * @param lobby the ARN of the channel that new members join
     * @param host the ARN of a moderator of that channel
     */
    public Community(
            ChimeSdkIdentityClient identity,
            ChimeSdkMessagingClient messaging,
            String appInstance,
            String lobby,
            String host) {
        this.identity = identity;
        this.messaging = messaging;
        this.appInstance = appInstance;
        this.lobby = lobby;
        this.host = host;
    }

    /** Registers a member with the chat and adds it to the lobby. A second call has no effect. */
    public void signUp(String id, String name) {
        try {
            identity.createAppInstanceUser(request ->
                    request.appInstanceArn(appInstance).appInstanceUserId(id).name(name));
        } catch (ConflictException e) {
            // Registered already, by a sign-up that failed later.
        }
        try {
            messaging.createChannelMembership(request -> request.channelArn(lobby)
                    .memberArn(arn(id))
                    .type(ChannelMembershipType.DEFAULT)
                    .chimeBearer(host));
        } catch (software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException e) {
            // In the lobby already. Each service has its own ConflictException.
        }
    }

    /** Posts in the lobby, for this member. */
    public Posting post(String id, String content) {
        try {
            messaging.sendChannelMessage(request -> request.channelArn(lobby)
                    .content(content)
                    .type(ChannelMessageType.STANDARD)
                    .persistence(ChannelMessagePersistenceType.PERSISTENT)
                    .chimeBearer(arn(id)));
            return Posting.POSTED;
        } catch (UnauthorizedClientException e) {
            return Posting.AUTHOR_UNKNOWN;
        } catch (ForbiddenException e) {
            return Posting.NOT_ALLOWED;
        }
    }

    private String arn(String id) {
        return appInstance + "/user/" + id;
    }
}
