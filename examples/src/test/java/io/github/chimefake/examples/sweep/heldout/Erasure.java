package io.github.chimefake.examples.sweep.heldout;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Erases what a user has written, and the user, as the law demands. May be repeated until it is done. */
class Erasure {
    private final ChimeSdkMessagingClient messaging;
    private final ChimeSdkIdentityClient identity;
    private final String admin;

    Erasure(ChimeSdkMessagingClient messaging, ChimeSdkIdentityClient identity, String admin) {
        this.messaging = messaging;
        this.identity = identity;
        this.admin = admin;
    }

    /** Redacts the messages of a user, ends its memberships, and deletes it. Returns how many messages were redacted now. */
    int erase(String user, List<String> channels) {
        int redacted = 0;
        for (String channel : channels) {
            redacted += redactAll(channel, user);
            leave(channel, user);
        }
        deleteUser(user);
        return redacted;
    }

    final int redactAll(String channel, String user) {
        int redacted = 0;
        var messages =
                messaging
                        .listChannelMessagesPaginator(
                                r -> r.channelArn(channel).maxResults(2).chimeBearer(admin))
                        .stream()
                        .flatMap(page -> page.channelMessages().stream())
                        .toList();
        for (var message : messages) {
            if (!message.redacted() && user.equals(message.sender().arn())) {
                redact(channel, message.messageId());
                redacted++;
            }
        }
        return redacted;
    }

    void redact(String channel, String message) {
        messaging.redactChannelMessage(
                r -> r.channelArn(channel).messageId(message).chimeBearer(admin));
    }

    final void leave(String channel, String user) {
        try {
            messaging.deleteChannelMembership(
                    r -> r.channelArn(channel).memberArn(user).chimeBearer(admin));
        } catch (NotFoundException | software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException e) {
            // It has left already.
        }
    }

    final void deleteUser(String user) {
        try {
            identity.deleteAppInstanceUser(r -> r.appInstanceUserArn(user));
        } catch (software.amazon.awssdk.services.chimesdkidentity.model.NotFoundException e) {
            // It is gone already.
        }
    }

    /** Returns whether a user is registered. */
    boolean isRegistered(String user) {
        try {
            identity.describeAppInstanceUser(r -> r.appInstanceUserArn(user));
            return true;
        } catch (software.amazon.awssdk.services.chimesdkidentity.model.NotFoundException e) {
            return false;
        }
    }

    /** The changes of the methods above. */
    static final class Changed extends Erasure {
        private final ChimeSdkMessagingClient messaging;
        private final ChimeSdkIdentityClient identity;
        private final String admin;

        Changed(ChimeSdkMessagingClient messaging, ChimeSdkIdentityClient identity, String admin) {
            super(messaging, identity, admin);
            this.messaging = messaging;
            this.identity = identity;
            this.admin = admin;
        }

        /** Added: a catch. */
        @Override
        void redact(String channel, String message) {
            try {
                messaging.redactChannelMessage(
                        r -> r.channelArn(channel).messageId(message).chimeBearer(admin));
            } catch (SdkException e) {
                // Perhaps it was redacted before.
            }
        }

        /** Changed: what is forbidden counts as absent. */
        @Override
        boolean isRegistered(String user) {
            try {
                identity.describeAppInstanceUser(r -> r.appInstanceUserArn(user));
                return true;
            } catch (ForbiddenException e) {
                return false;
            }
        }
    }

    /** Swapped: the user is deleted before its messages are redacted, and is not deleted twice. */
    static final class DeletesFirst extends Erasure {
        private final ChimeSdkIdentityClient identity;

        DeletesFirst(ChimeSdkMessagingClient messaging, ChimeSdkIdentityClient identity, String admin) {
            super(messaging, identity, admin);
            this.identity = identity;
        }

        @Override
        int erase(String user, List<String> channels) {
            identity.deleteAppInstanceUser(r -> r.appInstanceUserArn(user));
            int redacted = 0;
            for (String channel : channels) {
                redacted += redactAll(channel, user);
            }
            return redacted;
        }
    }
}
