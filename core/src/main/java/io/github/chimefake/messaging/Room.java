package io.github.chimefake.messaging;

/**
 * Where messages are exchanged: a channel has one.
 *
 * @param members who belongs to it
 * @param log its persistent messages
 */
record Room(Members members, MessageLog log) {
    static final Room EMPTY = new Room(Members.NONE, MessageLog.EMPTY);

    Room with(Members newMembers) {
        return new Room(newMembers, log);
    }

    Room with(MessageLog newLog) {
        return new Room(members, newLog);
    }
}
