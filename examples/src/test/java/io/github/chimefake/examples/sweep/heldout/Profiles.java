package io.github.chimefake.examples.sweep.heldout;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Views of users and channels for a web page. */
class Profiles {
    /** What is shown of a user. */
    record Profile(String id, String name) {}

    /** What is shown of a channel. */
    record Room(String name, int members) {}

    private final ChimeSdkIdentityClient identity;
    private final ChimeSdkMessagingClient messaging;

    Profiles(ChimeSdkIdentityClient identity, ChimeSdkMessagingClient messaging) {
        this.identity = identity;
        this.messaging = messaging;
    }

    /** Returns a user. */
    Profile profile(String user) {
        AppInstanceUser found = identity.describeAppInstanceUser(r -> r.appInstanceUserArn(user))
                .appInstanceUser();
        return new Profile(user.substring(user.lastIndexOf('/') + 1), found.name());
    }

    /** Returns a channel with its members; empty if it does not exist. */
    Optional<Room> room(String reader, String channel) {
        try {
            return Optional.of(read(reader, channel));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    final Room read(String reader, String channel) {
        String name = messaging
                .describeChannel(r -> r.channelArn(channel).chimeBearer(reader))
                .channel()
                .name();
        return new Room(name, members(reader, channel));
    }

    int members(String reader, String channel) {
        return messaging
                .listChannelMemberships(r -> r.channelArn(channel).chimeBearer(reader))
                .channelMemberships()
                .size();
    }

    /** Returns the names of all users. */
    List<String> names(String appInstance) {
        return identity
                .listAppInstanceUsersPaginator(
                        r -> r.appInstanceArn(appInstance).maxResults(2))
                .stream()
                .flatMap(page -> page.appInstanceUsers().stream())
                .map(user -> user.name())
                .sorted()
                .toList();
    }

    /** Changed: the type of the exception that is caught. */
    static final class CatchesMore extends Profiles {
        CatchesMore(ChimeSdkIdentityClient identity, ChimeSdkMessagingClient messaging) {
            super(identity, messaging);
        }

        @Override
        Optional<Room> room(String reader, String channel) {
            try {
                return Optional.of(read(reader, channel));
            } catch (SdkException e) {
                return Optional.empty();
            }
        }
    }

    /** Written with its bug: a channel whose members cannot be read seems to have none. */
    static final class CountsNone extends Profiles {
        CountsNone(ChimeSdkIdentityClient identity, ChimeSdkMessagingClient messaging) {
            super(identity, messaging);
        }

        @Override
        int members(String reader, String channel) {
            try {
                return super.members(reader, channel);
            } catch (SdkException e) {
                return 0;
            }
        }

        @Override
        Profile profile(String user) {
            String id = user.substring(user.lastIndexOf('/') + 1);
            try {
                return super.profile(user);
            } catch (SdkException e) {
                return new Profile(id, id);
            }
        }
    }
}
