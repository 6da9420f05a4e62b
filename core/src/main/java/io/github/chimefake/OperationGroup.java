package io.github.chimefake;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A group of operations for rules and faults: {@code chime.permissions().on(OperationGroup.WRITE).by(alice).deny()}. Each operation
 * of the two services is in exactly one group. The groups are defined by this library; AWS has none.
 *
 * @since 0.1
 */
public enum OperationGroup {
    /** Operations that change nothing: every {@code Describe}, {@code Get}, {@code List} and {@code Search}. */
    READ,
    /**
     * Operations of users in a chat: create channels, join and leave, add others, send and edit, read markers, preferences, and the
     * endpoints of their devices.
     */
    WRITE,
    /** Operations of moderators and administrators on channels: change and delete them, moderators, bans, redaction, deletion. */
    MODERATION,
    /**
     * Operations of back ends that are not made for a user: app instances, users, bots and administrators, flows and their callback,
     * streaming, tags.
     */
    ADMINISTRATION;

    private static OperationGroup of(Operation operation) {
        boolean reads = Stream.of("Describe", "Get", "List", "Search").anyMatch(operation.awsName()::startsWith);
        if (reads) {
            return READ;
        }
        return ofWriting(operation);
    }

    /** AWS's demonstration gives its users the endpoint operations on themselves; other operations of identity are for back ends. */
    private static OperationGroup ofWriting(Operation operation) {
        return switch (operation) {
            case CREATE_CHANNEL,
                    CREATE_CHANNEL_MEMBERSHIP,
                    BATCH_CREATE_CHANNEL_MEMBERSHIP,
                    DELETE_CHANNEL_MEMBERSHIP,
                    SEND_CHANNEL_MESSAGE,
                    UPDATE_CHANNEL_MESSAGE,
                    UPDATE_CHANNEL_READ_MARKER,
                    PUT_CHANNEL_MEMBERSHIP_PREFERENCES,
                    REGISTER_APP_INSTANCE_USER_ENDPOINT,
                    UPDATE_APP_INSTANCE_USER_ENDPOINT,
                    DEREGISTER_APP_INSTANCE_USER_ENDPOINT -> WRITE;
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
                    PUT_CHANNEL_EXPIRATION_SETTINGS -> MODERATION;
            default -> ADMINISTRATION;
        };
    }

    /** Returns the operations of the group, those of messaging first, each service in alphabetical order. */
    public Set<Operation> operations() {
        return Stream.of(Operation.values())
                .filter(operation -> of(operation) == this)
                .collect(collectingAndThen(toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }
}
