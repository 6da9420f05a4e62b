package io.github.chimefake.examples.sweep.heldout;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;

/** Registers users and makes them members. What was done is undone if a later step fails. */
class Onboarding {
    private final ChimeSdkMessagingClient messaging;
    private final ChimeSdkIdentityClient identity;
    private final String appInstance;
    private final String admin;

    Onboarding(ChimeSdkMessagingClient messaging, ChimeSdkIdentityClient identity, String appInstance, String admin) {
        this.messaging = messaging;
        this.identity = identity;
        this.appInstance = appInstance;
        this.admin = admin;
    }

    /** Registers a user and makes it a member of all channels, or of none. Returns its ARN. */
    String welcome(String id, String name, List<String> channels) {
        Deque<Runnable> undo = new ArrayDeque<>();
        try {
            undo.push(() -> deleteUser(id));
            String user = register(id, name);
            for (String channel : channels) {
                undo.push(() -> leave(channel, user));
                join(channel, user);
            }
            return user;
        } catch (SdkException e) {
            rollBack(undo, e);
            throw e;
        }
    }

    final String register(String id, String name) {
        return identity.createAppInstanceUser(r -> r.appInstanceArn(appInstance)
                        .appInstanceUserId(id)
                        .name(name)
                        .clientRequestToken("register-" + id))
                .appInstanceUserArn();
    }

    final void join(String channel, String user) {
        messaging.createChannelMembership(r -> r.channelArn(channel)
                .memberArn(user)
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(admin));
    }

    final void leave(String channel, String user) {
        messaging.deleteChannelMembership(
                r -> r.channelArn(channel).memberArn(user).chimeBearer(admin));
    }

    final void deleteUser(String id) {
        identity.deleteAppInstanceUser(r -> r.appInstanceUserArn(appInstance + "/user/" + id));
    }

    final void rollBack(Deque<Runnable> undo, SdkException reason) {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (SdkException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Makes a user a moderator, who is a member, too. May be repeated. */
    void promote(String channel, String user) {
        try {
            join(channel, user);
        } catch (ConflictException e) {
            // It is a member.
        }
        try {
            messaging.createChannelModerator(
                    r -> r.channelArn(channel).channelModeratorArn(user).chimeBearer(admin));
        } catch (ConflictException e) {
            // It is a moderator.
        }
    }

    /** The changes of the methods above. */
    static final class Changed extends Onboarding {
        private final ChimeSdkMessagingClient messaging;
        private final String admin;
        private final boolean rethrows;

        Changed(
                ChimeSdkMessagingClient messaging,
                ChimeSdkIdentityClient identity,
                String appInstance,
                String admin,
                boolean rethrows) {
            super(messaging, identity, appInstance, admin);
            this.messaging = messaging;
            this.admin = admin;
            this.rethrows = rethrows;
        }

        /** Removed: the rethrow after the steps are undone; or the undoing. */
        @Override
        String welcome(String id, String name, List<String> channels) {
            String user = "";
            Deque<Runnable> undo = new ArrayDeque<>();
            try {
                undo.push(() -> deleteUser(id));
                user = register(id, name);
                for (String channel : channels) {
                    String member = user;
                    undo.push(() -> leave(channel, member));
                    join(channel, user);
                }
                return user;
            } catch (SdkException e) {
                if (rethrows) {
                    throw e;
                }
                rollBack(undo, e);
                return user;
            }
        }

        /** Removed: both catches. */
        @Override
        void promote(String channel, String user) {
            join(channel, user);
            messaging.createChannelModerator(
                    r -> r.channelArn(channel).channelModeratorArn(user).chimeBearer(admin));
        }
    }
}
