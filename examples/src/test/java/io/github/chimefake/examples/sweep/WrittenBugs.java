package io.github.chimefake.examples.sweep;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/** Methods that were written with their bugs, as they are found in applications. */
final class WrittenBugs {
    private final ChimeSdkMessagingClient client;

    WrittenBugs(ChimeSdkMessagingClient client) {
        this.client = client;
    }

    private String post(String author, String channel, String text) {
        return client.sendChannelMessage(request -> request.channelArn(channel)
                        .content(text)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT)
                        .clientRequestToken(UUID.randomUUID().toString())
                        .chimeBearer(author))
                .messageId();
    }

    /** Writes the text of a message to the log. */
    String postAndLog(String author, String channel, String text) {
        try {
            return post(author, channel, text);
        } catch (SdkException e) {
            System.out.println("could not post \"" + text + "\"");
            throw e;
        }
    }

    /** Takes each failure for an absent channel, and creates another one. */
    String findOrCreate(String host, String appInstance, String channel) {
        try {
            return client.describeChannel(request -> request.channelArn(channel).chimeBearer(host))
                    .channel()
                    .channelArn();
        } catch (SdkException e) {
            return client.createChannel(request -> request.appInstanceArn(appInstance)
                            .name("general")
                            .clientRequestToken(UUID.randomUUID().toString())
                            .chimeBearer(host))
                    .channelArn();
        }
    }

    /** Counts a channel that it cannot read as empty. */
    int countMessages(String reader, String channel) {
        try {
            return client.listChannelMessages(
                            request -> request.channelArn(channel).chimeBearer(reader))
                    .channelMessages()
                    .size();
        } catch (SdkException e) {
            return 0;
        }
    }

    /** Waits for a thread that ends without a word. */
    void postAndWait(String author, String channel, String text) {
        CountDownLatch posted = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                post(author, channel, text);
                posted.countDown();
            } catch (SdkException e) {
                // Reported nowhere.
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            posted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Copies the messages of a channel, and redacts them only when all are copied. */
    void archive(String host, String channel, String archive) {
        var messages = client.listChannelMessages(
                        request -> request.channelArn(channel).chimeBearer(host))
                .channelMessages();
        for (ChannelMessageSummary summary : messages) {
            if (!summary.redacted()) {
                post(host, archive, summary.content());
            }
        }
        for (ChannelMessageSummary summary : messages) {
            client.redactChannelMessage(request ->
                    request.channelArn(channel).messageId(summary.messageId()).chimeBearer(host));
        }
    }

    /** Tries again at once, also where that cannot help. */
    String postStubbornly(String author, String channel, String text) {
        Optional<SdkException> last = Optional.empty();
        for (int attempt = 0; attempt < 6; attempt++) {
            try {
                return post(author, channel, text);
            } catch (SdkException e) {
                last = Optional.of(e);
            }
        }
        throw last.orElseThrow();
    }

    /** Returns the first message, and none if there was a failure. */
    Optional<String> firstMessage(String reader, String channel) {
        try {
            return client
                    .listChannelMessages(request -> request.channelArn(channel).chimeBearer(reader))
                    .channelMessages()
                    .stream()
                    .map(ChannelMessageSummary::content)
                    .findFirst();
        } catch (SdkException e) {
            return Optional.empty();
        }
    }
}
