package io.github.chimefake.call;

import java.util.EnumSet;
import java.util.Set;

/**
 * Operations that belong together in a rule: {@code chime.permissions().by(alice).deny(OperationGroup.WRITE)}. Each of the 51
 * operations is in one group and no other. The division is the fake's own; AWS knows none.
 */
public enum OperationGroup {
    /** What changes nothing: every {@code Describe}, {@code Get}, {@code List} and {@code Search}. */
    READ {
        @Override
        boolean contains(Operation operation) {
            String name = operation.awsName();
            return name.startsWith("Describe")
                    || name.startsWith("Get")
                    || name.startsWith("List")
                    || name.startsWith("Search");
        }
    },
    /** What users do in a chat: make channels, join and leave, add others, send and edit, read markers, preferences. */
    WRITE {
        @Override
        boolean contains(Operation operation) {
            return switch (operation) {
                case CREATE_CHANNEL,
                        CREATE_CHANNEL_MEMBERSHIP,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        DELETE_CHANNEL_MEMBERSHIP,
                        SEND_CHANNEL_MESSAGE,
                        UPDATE_CHANNEL_MESSAGE,
                        UPDATE_CHANNEL_READ_MARKER,
                        PUT_CHANNEL_MEMBERSHIP_PREFERENCES -> true;
                default -> false;
            };
        }
    },
    /** What moderators and administrators do to channels: change and delete them, moderators, bans, redaction, deletion. */
    MODERATION {
        @Override
        boolean contains(Operation operation) {
            return switch (operation) {
                case UPDATE_CHANNEL,
                        DELETE_CHANNEL,
                        CREATE_CHANNEL_MODERATOR,
                        DELETE_CHANNEL_MODERATOR,
                        CREATE_CHANNEL_BAN,
                        DELETE_CHANNEL_BAN,
                        REDACT_CHANNEL_MESSAGE,
                        DELETE_CHANNEL_MESSAGE,
                        ASSOCIATE_CHANNEL_FLOW,
                        DISASSOCIATE_CHANNEL_FLOW,
                        PUT_CHANNEL_EXPIRATION_SETTINGS -> true;
                default -> false;
            };
        }
    },
    /** What back ends do without speaking as a user: flows and their callback, streaming, tags. */
    ADMINISTRATION {
        @Override
        boolean contains(Operation operation) {
            return switch (operation) {
                case CREATE_CHANNEL_FLOW,
                        UPDATE_CHANNEL_FLOW,
                        DELETE_CHANNEL_FLOW,
                        CHANNEL_FLOW_CALLBACK,
                        PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                        DELETE_MESSAGING_STREAMING_CONFIGURATIONS,
                        TAG_RESOURCE,
                        UNTAG_RESOURCE -> true;
                default -> false;
            };
        }
    };

    abstract boolean contains(Operation operation);

    /** The operations of the group. */
    public Set<Operation> operations() {
        Set<Operation> operations = EnumSet.allOf(Operation.class);
        operations.removeIf(operation -> !contains(operation));
        return operations;
    }
}
