package io.github.chimefake.examples.sweep.heldout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Names of channels, each kept for a minute. Channels that do not exist are remembered, too. */
class ChannelDirectory {
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** What was read, and when it becomes old. */
    record Entry(Optional<String> name, Instant old) {}

    private final ChimeSdkMessagingClient chime;
    private final String reader;
    private final InstantSource time;
    final Map<String, Entry> entries = new HashMap<>();

    ChannelDirectory(ChimeSdkMessagingClient chime, String reader, InstantSource time) {
        this.chime = chime;
        this.reader = reader;
        this.time = time;
    }

    /** Returns the name; empty if there is no such channel. */
    synchronized Optional<String> name(String channel) {
        Entry entry = entries.get(channel);
        if (entry == null || !time.instant().isBefore(entry.old())) {
            entry = load(channel);
            entries.put(channel, entry);
        }
        return entry.name();
    }

    /** As above; an old name is better than none if Chime is not there. */
    synchronized Optional<String> nameOrOldOne(String channel) {
        Entry entry = entries.get(channel);
        if (entry != null && time.instant().isBefore(entry.old())) {
            return entry.name();
        }
        try {
            entry = load(channel);
            entries.put(channel, entry);
            return entry.name();
        } catch (SdkException e) {
            if (entry == null) {
                throw e;
            }
            return entry.name();
        }
    }

    Entry load(String channel) {
        try {
            return entry(Optional.of(read(channel)));
        } catch (NotFoundException e) {
            return entry(Optional.empty());
        }
    }

    final Entry entry(Optional<String> name) {
        return new Entry(name, time.instant().plus(KEPT));
    }

    final String read(String channel) {
        return chime.describeChannel(r -> r.channelArn(channel).chimeBearer(reader))
                .channel()
                .name();
    }

    /** Changed: each failure counts as an absent channel. */
    static final class RemembersFailures extends ChannelDirectory {
        RemembersFailures(ChimeSdkMessagingClient chime, String reader, InstantSource time) {
            super(chime, reader, time);
        }

        @Override
        Entry load(String channel) {
            try {
                return entry(Optional.of(read(channel)));
            } catch (SdkException e) {
                return entry(Optional.empty());
            }
        }
    }

    /** Swapped: the entry is made before the name is read. */
    static final class EntersFirst extends ChannelDirectory {
        EntersFirst(ChimeSdkMessagingClient chime, String reader, InstantSource time) {
            super(chime, reader, time);
        }

        @Override
        synchronized Optional<String> name(String channel) {
            Entry entry = entries.get(channel);
            if (entry == null) {
                entries.put(channel, entry(Optional.of("")));
                entry = load(channel);
                entries.put(channel, entry);
            }
            return entry.name();
        }
    }
}
