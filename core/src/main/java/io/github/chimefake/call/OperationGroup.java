package io.github.chimefake.call;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Operations that belong together in a rule: {@code chime.permissions().by(alice).deny(OperationGroup.WRITE)}. Each operation
 * of the two services is in one group and no other. The division is the fake's own; AWS knows none.
 */
public enum OperationGroup {
    /** What changes nothing: every {@code Describe}, {@code Get}, {@code List} and {@code Search}. */
    READ,
    /**
     * What users do in a chat: make channels, join and leave, add others, send and edit, read markers, preferences, and the
     * endpoints of their devices.
     */
    WRITE,
    /** What moderators and administrators do to channels: change and delete them, moderators, bans, redaction, deletion. */
    MODERATION,
    /**
     * What back ends do without speaking as a user: app instances, users, bots and administrators, flows and their callback,
     * streaming, tags.
     */
    ADMINISTRATION;

    private static OperationGroup of(ChimeOperation operation) {
        boolean reads = Stream.of("Describe", "Get", "List", "Search").anyMatch(operation.awsName()::startsWith);
        if (reads) {
            return READ;
        }
        return operation instanceof Operation messaging
                ? ofWriting(messaging)
                : ofWriting((IdentityOperation) operation);
    }

    private static OperationGroup ofWriting(Operation operation) {
        return switch (operation) {
            case CREATE_CHANNEL,
                    CREATE_CHANNEL_MEMBERSHIP,
                    BATCH_CREATE_CHANNEL_MEMBERSHIP,
                    DELETE_CHANNEL_MEMBERSHIP,
                    SEND_CHANNEL_MESSAGE,
                    UPDATE_CHANNEL_MESSAGE,
                    UPDATE_CHANNEL_READ_MARKER,
                    PUT_CHANNEL_MEMBERSHIP_PREFERENCES -> WRITE;
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

    /** AWS's demonstration gives its users the endpoint operations on themselves; all else is the business of back ends. */
    private static OperationGroup ofWriting(IdentityOperation operation) {
        return switch (operation) {
            case REGISTER_APP_INSTANCE_USER_ENDPOINT,
                    UPDATE_APP_INSTANCE_USER_ENDPOINT,
                    DEREGISTER_APP_INSTANCE_USER_ENDPOINT -> WRITE;
            default -> ADMINISTRATION;
        };
    }

    /** The operations of the group, in the order of their enums. */
    public Set<ChimeOperation> operations() {
        return ChimeOperation.all().stream()
                .filter(operation -> of(operation) == this)
                .collect(collectingAndThen(toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }
}
