package io.github.chimefake.examples.sweep.heldout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;
import software.amazon.awssdk.services.chimesdkmessaging.model.ThrottledClientException;

/** Writes the messages of a channel as lines, page by page. */
class TranscriptExporter {
    private final ChimeSdkMessagingClient chime;

    TranscriptExporter(ChimeSdkMessagingClient chime) {
        this.chime = chime;
    }

    /** Returns all lines, the oldest one first. */
    List<String> export(String reader, String channel) {
        List<String> lines = new ArrayList<>();
        String next = null;
        do {
            ListChannelMessagesResponse page = page(reader, channel, next);
            page.channelMessages().stream().map(TranscriptExporter::line).forEach(lines::add);
            next = page.nextToken();
        } while (next != null);
        return lines;
    }

    final ListChannelMessagesResponse page(String reader, String channel, @Nullable String token) {
        return chime.listChannelMessages(r -> r.channelArn(channel)
                .maxResults(2)
                .sortOrder(SortOrder.ASCENDING)
                .nextToken(token)
                .chimeBearer(reader));
    }

    private static String line(ChannelMessageSummary message) {
        return message.sender().name() + ": " + message.content();
    }

    /** Returns the number of pages. */
    int pages(String reader, String channel) {
        return Math.toIntExact(
                chime
                        .listChannelMessagesPaginator(
                                r -> r.channelArn(channel).maxResults(1).chimeBearer(reader))
                        .stream()
                        .count());
    }

    /** Added: a catch that ends the loop. */
    static final class StopsEarly extends TranscriptExporter {
        StopsEarly(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        @Override
        List<String> export(String reader, String channel) {
            List<String> lines = new ArrayList<>();
            String next = null;
            do {
                try {
                    ListChannelMessagesResponse page = page(reader, channel, next);
                    page.channelMessages().stream()
                            .map(TranscriptExporter::line)
                            .forEach(lines::add);
                    next = page.nextToken();
                } catch (SdkException e) {
                    break;
                }
            } while (next != null);
            return lines;
        }
    }

    /** Added: a catch that goes on with the same page. */
    static final class NeverStops extends TranscriptExporter {
        NeverStops(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        @Override
        List<String> export(String reader, String channel) {
            List<String> lines = new ArrayList<>();
            String next = null;
            boolean more = true;
            while (more) {
                try {
                    ListChannelMessagesResponse page = page(reader, channel, next);
                    page.channelMessages().stream()
                            .map(TranscriptExporter::line)
                            .forEach(lines::add);
                    next = page.nextToken();
                    more = next != null;
                } catch (ThrottledClientException e) {
                    more = true;
                }
            }
            return lines;
        }
    }
}
