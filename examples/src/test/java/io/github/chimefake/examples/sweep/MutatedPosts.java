package io.github.chimefake.examples.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** Methods of {@link CorrectPosts} with one mechanical change each, which a comment names. */
final class MutatedPosts {
    private final ChimeSdkMessagingClient client;
    private final ChimeSdkMessagingAsyncClient async;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    MutatedPosts(ChimeSdkMessagingClient client, ChimeSdkMessagingAsyncClient async) {
        this.client = client;
        this.async = async;
    }

    private static SendChannelMessageRequest message(String author, String channel, String text, String token) {
        return SendChannelMessageRequest.builder()
                .channelArn(channel)
                .content(text)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .clientRequestToken(token)
                .chimeBearer(author)
                .build();
    }

    private static String newToken() {
        return UUID.randomUUID().toString();
    }

    private String post(String author, String channel, String text) {
        return client.sendChannelMessage(message(author, channel, text, newToken()))
                .messageId();
    }

    /** Removed: the rethrow. */
    void postOrReport(String author, String channel, String text, List<String> reports) {
        try {
            post(author, channel, text);
        } catch (SdkException e) {
            reports.add("could not post");
        }
    }

    /** Dropped: the token, which is another one in each attempt. */
    String postPatiently(String author, String channel, String text) {
        for (int attempt = 1; ; attempt++) {
            try {
                return client.sendChannelMessage(message(author, channel, text, newToken()))
                        .messageId();
            } catch (SdkException e) {
                if (attempt == 3) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** Removed: the pause. */
    String postWithRetries(String author, String channel, String text) {
        String token = newToken();
        for (int attempt = 1; ; attempt++) {
            try {
                return client.sendChannelMessage(message(author, channel, text, token))
                        .messageId();
            } catch (SdkException e) {
                if (attempt == 3) {
                    throw e;
                }
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(30L * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Dropped: the cause. */
    String postOrExplain(String author, String channel, String text) {
        try {
            return post(author, channel, text);
        } catch (SdkException e) {
            throw new IllegalStateException("could not post in " + channel);
        }
    }

    /** Removed: the call of join. */
    void broadcast(String author, List<String> channels, String text) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (String channel : channels) {
            sent.add(async.sendChannelMessage(message(author, channel, text, newToken())));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).exceptionally(e -> null);
        while (!sent.stream().allMatch(CompletableFuture::isDone)) {
            Thread.onSpinWait();
        }
    }

    /** Negated: whether the page was retried already. */
    List<String> textsPageByPage(String reader, String channel) {
        List<String> texts = new ArrayList<>();
        Optional<String> token = Optional.empty();
        boolean retried = false;
        do {
            try {
                ListChannelMessagesResponse page = page(reader, channel, token);
                page.channelMessages().forEach(summary -> texts.add(summary.content()));
                token = Optional.ofNullable(page.nextToken());
            } catch (SdkException e) {
                if (!retried) {
                    pause(1);
                    token = Optional.empty();
                    texts.clear();
                    continue;
                }
                throw e;
            }
            if (token.isEmpty()) {
                return texts;
            }
        } while (true);
    }

    private ListChannelMessagesResponse page(String reader, String channel, Optional<String> token) {
        return client.listChannelMessages(request -> request.channelArn(channel)
                .maxResults(2)
                .nextToken(token.orElse(null))
                .chimeBearer(reader));
    }

    /** Swapped: the entry is made before the name is read. */
    String name(String reader, String channel) {
        String known = names.get(channel);
        if (known != null) {
            return known;
        }
        names.put(channel, "");
        String name = client.describeChannel(
                        request -> request.channelArn(channel).chimeBearer(reader))
                .channel()
                .name();
        names.put(channel, name);
        return name;
    }

    /** Removed: the end of the loop where a message cannot be redacted. */
    int redactAll(String moderator, String channel) {
        int redacted = 0;
        for (ChannelMessageSummary summary : client.listChannelMessages(
                        request -> request.channelArn(channel).chimeBearer(moderator))
                .channelMessages()) {
            try {
                client.redactChannelMessage(request -> request.channelArn(channel)
                        .messageId(summary.messageId())
                        .chimeBearer(moderator));
            } catch (SdkException e) {
                // The throw stood here.
            }
            redacted++;
        }
        return redacted;
    }
}
