package io.github.chimefake.examples.sweep.heldout;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;

/** Brings members and messages of another system into channels. Each step may be repeated. */
class BulkImporter {
    private static final int BATCH = 2;

    private final ChimeSdkMessagingClient chime;
    private final String operator;

    BulkImporter(ChimeSdkMessagingClient chime, String operator) {
        this.chime = chime;
        this.operator = operator;
    }

    /** Adds members, in batches; those that a batch does not add are tried once more alone. Returns those that could not be added. */
    List<String> members(String channel, List<String> members) {
        List<String> failed = new ArrayList<>();
        for (int from = 0; from < members.size(); from += BATCH) {
            List<String> batch = members.subList(from, Math.min(from + BATCH, members.size()));
            BatchCreateChannelMembershipResponse response = addBatch(channel, batch);
            for (var error : response.errors()) {
                if (!addAlone(channel, error.memberArn())) {
                    failed.add(error.memberArn());
                }
            }
        }
        return failed;
    }

    final BatchCreateChannelMembershipResponse addBatch(String channel, List<String> batch) {
        return chime.batchCreateChannelMembership(r -> r.channelArn(channel)
                .memberArns(batch)
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(operator));
    }

    final boolean addAlone(String channel, String member) {
        try {
            chime.createChannelMembership(r -> r.channelArn(channel)
                    .memberArn(member)
                    .type(ChannelMembershipType.DEFAULT)
                    .chimeBearer(operator));
            return true;
        } catch (ConflictException e) {
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    /** Posts the lines of a file; a line that was posted by an earlier import is not posted again. */
    int messages(String channel, String file, List<String> lines) {
        int posted = 0;
        for (String line : lines) {
            post(channel, line, file + "-" + posted);
            posted++;
        }
        return posted;
    }

    final void post(String channel, String line, String token) {
        chime.sendChannelMessage(r -> r.channelArn(channel)
                .content(line)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .clientRequestToken(token)
                .chimeBearer(operator));
    }

    /** Removed: the loop over the errors of a batch. */
    static final class WithoutErrors extends BulkImporter {
        WithoutErrors(ChimeSdkMessagingClient chime, String operator) {
            super(chime, operator);
        }

        @Override
        List<String> members(String channel, List<String> members) {
            List<String> failed = new ArrayList<>();
            for (int from = 0; from < members.size(); from += BATCH) {
                addBatch(channel, members.subList(from, Math.min(from + BATCH, members.size())));
            }
            return failed;
        }
    }

    /** Dropped: the token. */
    static final class WithoutToken extends BulkImporter {
        private final ChimeSdkMessagingClient chime;
        private final String operator;

        WithoutToken(ChimeSdkMessagingClient chime, String operator) {
            super(chime, operator);
            this.chime = chime;
            this.operator = operator;
        }

        @Override
        int messages(String channel, String file, List<String> lines) {
            int posted = 0;
            for (String line : lines) {
                chime.sendChannelMessage(r -> r.channelArn(channel)
                        .content(line)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT)
                        .chimeBearer(operator));
                posted++;
            }
            return posted;
        }
    }
}
