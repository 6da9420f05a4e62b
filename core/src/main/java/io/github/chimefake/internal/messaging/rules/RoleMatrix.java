package io.github.chimefake.internal.messaging.rules;

import static io.github.chimefake.Operation.ASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DELETE_CHANNEL;
import static io.github.chimefake.Operation.DELETE_CHANNEL_BAN;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_BAN;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.DISASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.GET_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.GET_CHANNEL_MESSAGE_STATUS;
import static io.github.chimefake.Operation.LIST_CHANNEL_BANS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.LIST_CHANNEL_MODERATORS;
import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;
import static io.github.chimefake.Operation.PUT_CHANNEL_EXPIRATION_SETTINGS;
import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.REDACT_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.ALWAYS;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.IF_MEMBER;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.NEVER;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.OWN;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.OWN_IN_PUBLIC;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.OWN_OR_UNRESTRICTED;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.OWN_UNLESS_ELASTIC;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.OWN_UNLESS_HIDDEN;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.PUBLIC;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.UNLESS_ELASTIC;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.UNLESS_HIDDEN;
import static io.github.chimefake.internal.messaging.rules.RoleCondition.UNRESTRICTED_OR_OWN_IN_PUBLIC;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operations on channels that each role may call: the role tables of the developer guide as one table. Cells in
 * {@code assumed(…)} are missing from these tables, or the tables contradict each other. Operations that are not on one
 * channel have no row: {@code ListChannels}, {@code SearchChannels} and the lists of a user's channels have their own
 * rules.
 *
 * @see <a href="https://docs.aws.amazon.com/chime-sdk/latest/dg/auth-by-role.html">Authorization by role</a>
 */
public final class RoleMatrix {
    // spotless:off
    private static final Map<Operation, Row> ROWS = table(
            //                                                     admin            moderator        member                                  non-member
            row(UPDATE_CHANNEL,                                    ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(DELETE_CHANNEL,                                    ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(DESCRIBE_CHANNEL,                                  ALWAYS,          ALWAYS,          ALWAYS,                                 PUBLIC),
            row(CREATE_CHANNEL_MEMBERSHIP,                         ALWAYS,          ALWAYS,          UNRESTRICTED_OR_OWN_IN_PUBLIC,          OWN_IN_PUBLIC),
            row(BATCH_CREATE_CHANNEL_MEMBERSHIP,                   assumed(ALWAYS), assumed(ALWAYS), assumed(UNRESTRICTED_OR_OWN_IN_PUBLIC), assumed(OWN_IN_PUBLIC)),
            row(DESCRIBE_CHANNEL_MEMBERSHIP,                       ALWAYS,          ALWAYS,          ALWAYS,                                 PUBLIC),
            row(LIST_CHANNEL_MEMBERSHIPS,                          ALWAYS,          ALWAYS,          ALWAYS,                                 PUBLIC),
            row(DELETE_CHANNEL_MEMBERSHIP,                         ALWAYS,          ALWAYS,          assumed(OWN_OR_UNRESTRICTED),           NEVER),
            row(SEND_CHANNEL_MESSAGE,                              NEVER,           NEVER,           UNLESS_HIDDEN,                          NEVER),
            row(GET_CHANNEL_MESSAGE,                               ALWAYS,          ALWAYS,          ALWAYS,                                 PUBLIC),
            row(LIST_CHANNEL_MESSAGES,                             ALWAYS,          ALWAYS,          ALWAYS,                                 PUBLIC),
            row(UPDATE_CHANNEL_MESSAGE,                            OWN,             OWN,             OWN_UNLESS_HIDDEN,                      NEVER),
            row(REDACT_CHANNEL_MESSAGE,                            ALWAYS,          ALWAYS,          OWN,                                    NEVER),
            row(DELETE_CHANNEL_MESSAGE,                            ALWAYS,          NEVER,           assumed(NEVER),                         NEVER),
            row(GET_CHANNEL_MESSAGE_STATUS,                        OWN,             OWN,             OWN,                                    OWN),
            row(CREATE_CHANNEL_MODERATOR,                          ALWAYS,          IF_MEMBER,       NEVER,                                  NEVER),
            row(DELETE_CHANNEL_MODERATOR,                          ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(DESCRIBE_CHANNEL_MODERATOR,                        ALWAYS,          ALWAYS,          assumed(NEVER),                         NEVER),
            row(LIST_CHANNEL_MODERATORS,                           ALWAYS,          ALWAYS,          assumed(NEVER),                         NEVER),
            row(DESCRIBE_CHANNEL_MEMBERSHIP_FOR_APP_INSTANCE_USER, ALWAYS,          OWN,             OWN,                                    OWN),
            row(DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER,   UNLESS_ELASTIC,  UNLESS_ELASTIC,  UNLESS_ELASTIC,                         OWN_UNLESS_ELASTIC),
            row(CREATE_CHANNEL_BAN,                                ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(DELETE_CHANNEL_BAN,                                ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(DESCRIBE_CHANNEL_BAN,                              ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(LIST_CHANNEL_BANS,                                 ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(UPDATE_CHANNEL_READ_MARKER,                        NEVER,           NEVER,           UNLESS_ELASTIC,                         NEVER),
            row(GET_CHANNEL_MEMBERSHIP_PREFERENCES,                NEVER,           NEVER,           OWN_UNLESS_ELASTIC,                     NEVER),
            row(PUT_CHANNEL_MEMBERSHIP_PREFERENCES,                NEVER,           NEVER,           OWN_UNLESS_ELASTIC,                     NEVER),
            row(PUT_CHANNEL_EXPIRATION_SETTINGS,                   assumed(ALWAYS), assumed(ALWAYS), assumed(NEVER),                         assumed(NEVER)),
            row(ASSOCIATE_CHANNEL_FLOW,                            ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(DISASSOCIATE_CHANNEL_FLOW,                         ALWAYS,          ALWAYS,          NEVER,                                  NEVER),
            row(LIST_SUB_CHANNELS,                                 ALWAYS,          ALWAYS,          NEVER,                                  assumed(NEVER)));
    // spotless:on

    private RoleMatrix() {}

    /** The condition for one role, and its provenance: a {@link RoleCondition}, or an {@link #assumed} one. */
    interface Cell {
        RoleCondition condition();

        Provenance provenance();
    }

    private record AssumedCell(RoleCondition condition) implements Cell {
        @Override
        public Provenance provenance() {
            return Provenance.ASSUMED;
        }
    }

    /** The row of an operation, with a cell for each role. */
    record Row(Operation operation, Cell admin, Cell moderator, Cell member, Cell nonMember) {
        Cell cell(ChannelRole role) {
            return switch (role) {
                case ADMIN -> admin;
                case MODERATOR -> moderator;
                case MEMBER -> member;
                case NON_MEMBER -> nonMember;
            };
        }
    }

    private static Row row(Operation operation, Cell admin, Cell moderator, Cell member, Cell nonMember) {
        return new Row(operation, admin, moderator, member, nonMember);
    }

    private static Cell assumed(RoleCondition condition) {
        return new AssumedCell(condition);
    }

    private static Map<Operation, Row> table(Row... rows) {
        return Arrays.stream(rows).collect(Collectors.toUnmodifiableMap(Row::operation, Function.identity()));
    }

    /**
     * Checks that the matrix has a row for an operation.
     *
     * @throws IllegalArgumentException if it does not
     */
    public static void requireRow(Operation operation) {
        row(operation);
    }

    /** Returns whether roles decide about the operation. */
    public static boolean hasRow(Operation operation) {
        return ROWS.containsKey(operation);
    }

    /**
     * Returns the row of an operation.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Row row(Operation operation) {
        Row row = ROWS.get(operation);
        if (row == null) {
            throw new IllegalArgumentException("Roles in a channel do not decide about " + operation + ". Use one of "
                    + new TreeSet<>(ROWS.keySet()));
        }
        return row;
    }
}
