package io.github.chimefake.examples.sweep.heldout;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipError;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Rooms of a web application. All calls go through a gateway, which has exceptions of its own. */
class RoomService {
    /** What the controllers know of failures. */
    static final class RoomException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RoomException(int status, String message, Throwable cause) {
            super(message, cause);
            this.status = status;
        }

        RoomException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The only class that knows the exceptions of the SDK. */
    static class Gateway {
        <T> T get(String what, Supplier<T> call) {
            try {
                return call.get();
            } catch (UnauthorizedClientException | ForbiddenException e) {
                throw new RoomException(403, "not allowed to " + what, e);
            } catch (NotFoundException e) {
                throw new RoomException(404, "nothing there to " + what, e);
            } catch (SdkException e) {
                throw new RoomException(503, "could not " + what, e);
            }
        }

        void run(String what, Runnable call) {
            get(what, () -> {
                call.run();
                return what;
            });
        }
    }

    /** Removed: the cause. */
    static final class GatewayWithoutCause extends Gateway {
        @Override
        <T> T get(String what, Supplier<T> call) {
            try {
                return call.get();
            } catch (UnauthorizedClientException | ForbiddenException e) {
                throw new RoomException(403, "not allowed to " + what);
            } catch (NotFoundException e) {
                throw new RoomException(404, "nothing there to " + what);
            } catch (SdkException e) {
                throw new RoomException(503, "could not " + what);
            }
        }
    }

    /** Removed: the exception for what is forbidden, where nothing is returned. */
    static final class LenientGateway extends Gateway {
        @Override
        void run(String what, Runnable call) {
            try {
                call.run();
            } catch (UnauthorizedClientException | ForbiddenException e) {
                // Nothing.
            } catch (SdkException e) {
                throw new RoomException(503, "could not " + what, e);
            }
        }
    }

    private final ChimeSdkMessagingClient chime;
    private final Gateway gateway;

    RoomService(ChimeSdkMessagingClient chime, Gateway gateway) {
        this.chime = chime;
        this.gateway = gateway;
    }

    /** Opens a room with all these members, or none. */
    String open(String owner, String appInstance, String name, List<String> members) {
        String room = create(owner, appInstance, name);
        try {
            addAll(owner, room, members);
            return room;
        } catch (RoomException e) {
            try {
                gateway.run(
                        "close the room",
                        () -> chime.deleteChannel(r -> r.channelArn(room).chimeBearer(owner)));
            } catch (RoomException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
    }

    final String create(String owner, String appInstance, String name) {
        return gateway.get(
                "open a room",
                () -> chime.createChannel(r -> r.appInstanceArn(appInstance)
                                .name(name)
                                .clientRequestToken("room-" + name)
                                .chimeBearer(owner))
                        .channelArn());
    }

    final void addAll(String owner, String room, List<String> members) {
        var response = gateway.get(
                "add members",
                () -> chime.batchCreateChannelMembership(r -> r.channelArn(room)
                        .memberArns(members)
                        .type(ChannelMembershipType.DEFAULT)
                        .chimeBearer(owner)));
        List<BatchCreateChannelMembershipError> errors = response.errors();
        if (!errors.isEmpty()) {
            throw new RoomException(
                    409,
                    "could not add " + errors.size() + " of " + members.size() + " members: "
                            + errors.get(0).errorCodeAsString());
        }
    }

    /** Posts a text. */
    String post(String author, String room, String text) {
        return gateway.get(
                "post",
                () -> chime.sendChannelMessage(r -> r.channelArn(room)
                                .content(text)
                                .type(ChannelMessageType.STANDARD)
                                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                                .chimeBearer(author))
                        .messageId());
    }

    /** Renames a room. */
    void rename(String owner, String room, String name) {
        gateway.run(
                "rename a room",
                () -> chime.updateChannel(r -> r.channelArn(room).name(name).chimeBearer(owner)));
    }

    /** Removed: the catch with the deletion of the room. */
    static final class WithoutRollback extends RoomService {
        WithoutRollback(ChimeSdkMessagingClient chime, Gateway gateway) {
            super(chime, gateway);
        }

        @Override
        String open(String owner, String appInstance, String name, List<String> members) {
            String room = create(owner, appInstance, name);
            addAll(owner, room, members);
            return room;
        }
    }
}
