package io.github.chimefake.examples.sweep.heldout;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** Deletes channels that are not needed. One that cannot be deleted does not stop the others; the job fails in the end. */
class CleanupJob {
    private final ChimeSdkMessagingClient chime;
    private final String admin;

    CleanupJob(ChimeSdkMessagingClient chime, String admin) {
        this.chime = chime;
        this.admin = admin;
    }

    /** Deletes channels, and returns how many. */
    int delete(List<String> channels) {
        int deleted = 0;
        List<SdkException> failures = new ArrayList<>();
        for (String channel : channels) {
            try {
                deleteOne(channel);
                deleted++;
            } catch (SdkException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException(failures.size() + " channels are still there");
            failures.forEach(failed::addSuppressed);
            throw failed;
        }
        return deleted;
    }

    final void deleteOne(String channel) {
        try {
            chime.deleteChannel(r -> r.channelArn(channel).chimeBearer(admin));
        } catch (NotFoundException e) {
            // It is gone already.
        }
    }

    /** Redacts all messages of a channel but the last ones, and returns how many. */
    long trim(String channel, int kept) {
        List<ChannelMessageSummary> messages =
                chime
                        .listChannelMessagesPaginator(
                                r -> r.channelArn(channel).maxResults(2).chimeBearer(admin))
                        .stream()
                        .flatMap(page -> page.channelMessages().stream())
                        .toList();
        return messages.stream()
                .skip(kept)
                .filter(message -> !message.redacted())
                .peek(message -> redact(channel, message.messageId()))
                .map(ChannelMessageSummary::messageId)
                .toList()
                .size();
    }

    void redact(String channel, String message) {
        chime.redactChannelMessage(r -> r.channelArn(channel).messageId(message).chimeBearer(admin));
    }

    /** The changes of the methods above. */
    static final class Changed extends CleanupJob {
        private final ChimeSdkMessagingClient chime;
        private final String admin;

        Changed(ChimeSdkMessagingClient chime, String admin) {
            super(chime, admin);
            this.chime = chime;
            this.admin = admin;
        }

        /** Removed: the exception in the end. */
        @Override
        @SuppressWarnings("ModifiedButNotUsed") // That is the bug.
        int delete(List<String> channels) {
            int deleted = 0;
            List<SdkException> failures = new ArrayList<>();
            for (String channel : channels) {
                try {
                    deleteOne(channel);
                    deleted++;
                } catch (SdkException e) {
                    failures.add(e);
                }
            }
            return deleted;
        }

        /** Added: a catch. */
        @Override
        void redact(String channel, String message) {
            try {
                chime.redactChannelMessage(
                        r -> r.channelArn(channel).messageId(message).chimeBearer(admin));
            } catch (SdkException e) {
                // The next one may work.
            }
        }
    }
}
