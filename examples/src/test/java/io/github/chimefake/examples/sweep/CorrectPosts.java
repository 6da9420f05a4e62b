package io.github.chimefake.examples.sweep;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

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
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

/** Correct methods that post and read messages. */
final class CorrectPosts {
    private final ChimeSdkMessagingClient client;
    private final ChimeSdkMessagingAsyncClient async;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    CorrectPosts(ChimeSdkMessagingClient client, ChimeSdkMessagingAsyncClient async) {
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

    /** Posts a message. */
    String post(String author, String channel, String text) {
        return client.sendChannelMessage(message(author, channel, text, newToken()))
                .messageId();
    }

    /** Posts a message; a denial is reported and thrown. */
    String postOrReport(String author, String channel, String text, List<String> reports) {
        try {
            return post(author, channel, text);
        } catch (SdkException e) {
            reports.add("could not post");
            throw e;
        }
    }

    /** Posts a message; empty if the author may not. */
    Optional<String> postIfAllowed(String author, String channel, String text) {
        try {
            return Optional.of(post(author, channel, text));
        } catch (UnauthorizedClientException | ForbiddenException e) {
            return Optional.empty();
        }
    }

    /** Posts a message; tries three times, with pauses and one token. */
    String postPatiently(String author, String channel, String text) {
        String token = newToken();
        for (int attempt = 1; ; attempt++) {
            try {
                return client.sendChannelMessage(message(author, channel, text, token))
                        .messageId();
            } catch (SdkException e) {
                if (attempt == 3) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            MILLISECONDS.sleep(30L * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Posts a message, with an exception of the application's own. */
    String postOrExplain(String author, String channel, String text) {
        try {
            return post(author, channel, text);
        } catch (SdkException e) {
            throw new IllegalStateException("could not post in " + channel, e);
        }
    }

    /** Posts a message in each channel, at the same time. */
    void broadcast(String author, List<String> channels, String text) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (String channel : channels) {
            sent.add(async.sendChannelMessage(message(author, channel, text, newToken())));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).join();
    }

    /** Posts a message by the asynchronous client. */
    String postAsynchronously(String author, String channel, String text) {
        return async.sendChannelMessage(message(author, channel, text, newToken()))
                .join()
                .messageId();
    }

    /** Posts in the channel, or else in the other one. */
    String postWithFallback(String author, String channel, String other, String text) {
        try {
            return post(author, channel, text);
        } catch (UnauthorizedClientException | ForbiddenException e) {
            return post(author, other, text);
        }
    }

    /** Returns the texts of a channel, by the paginator. */
    List<String> texts(String reader, String channel) {
        return client
                .listChannelMessagesPaginator(
                        request -> request.channelArn(channel).maxResults(2).chimeBearer(reader))
                .stream()
                .flatMap(page -> page.channelMessages().stream())
                .map(ChannelMessageSummary::content)
                .toList();
    }

    /** Returns the texts of a channel, page by page; each page is tried twice, after a pause. */
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
                if (retried) {
                    throw e;
                }
                retried = true;
                pause(1);
                token = Optional.empty();
                texts.clear();
                continue;
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

    /** Returns the name of a channel, which is read once. */
    String name(String reader, String channel) {
        String known = names.get(channel);
        if (known != null) {
            return known;
        }
        String name = client.describeChannel(
                        request -> request.channelArn(channel).chimeBearer(reader))
                .channel()
                .name();
        names.put(channel, name);
        return name;
    }

    /** Returns the texts of a channel, and moves the read marker if that works. */
    List<String> readAll(String reader, String channel) {
        List<String> texts = texts(reader, channel);
        try {
            client.updateChannelReadMarker(
                    request -> request.channelArn(channel).chimeBearer(reader));
        } catch (SdkException e) {
            // The marker is moved with the next reading.
        }
        return texts;
    }

    /** Redacts all messages of a channel. */
    int redactAll(String moderator, String channel) {
        int redacted = 0;
        for (ChannelMessageSummary summary : client.listChannelMessages(
                        request -> request.channelArn(channel).chimeBearer(moderator))
                .channelMessages()) {
            client.redactChannelMessage(request ->
                    request.channelArn(channel).messageId(summary.messageId()).chimeBearer(moderator));
            redacted++;
        }
        return redacted;
    }
}
