package io.github.chimefake.examples.sweep.heldout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** Posts one text in many channels at once. */
class Announcements {
    private final ChimeSdkMessagingClient chime;
    private final ChimeSdkMessagingAsyncClient async;

    Announcements(ChimeSdkMessagingClient chime, ChimeSdkMessagingAsyncClient async) {
        this.chime = chime;
        this.async = async;
    }

    static SendChannelMessageRequest message(String author, String channel, String text) {
        return SendChannelMessageRequest.builder()
                .channelArn(channel)
                .content(text)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .chimeBearer(author)
                .build();
    }

    /** Posts by the asynchronous client. Fails if one post fails, when all have ended. */
    void announce(String author, Collection<String> channels, String text) {
        CompletableFuture<?>[] posts = channels.stream()
                .map(channel -> async.sendChannelMessage(message(author, channel, text)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(posts).join();
    }

    /** Posts on threads of its own, and returns the ids. */
    List<String> announceOnThreads(String author, Collection<String> channels, String text) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> posts = new ArrayList<>();
            for (String channel : channels) {
                posts.add(() ->
                        chime.sendChannelMessage(message(author, channel, text)).messageId());
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> post : threads.invokeAll(posts)) {
                ids.add(post.get());
            }
            return ids;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not announce everywhere", e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /** Posts by a parallel stream, and returns how many. */
    long announceByStream(String author, Collection<String> channels, String text) {
        return channels.parallelStream()
                .map(channel -> chime.sendChannelMessage(message(author, channel, text)))
                .filter(response -> response.messageId() != null)
                .count();
    }

    /** The changes of the methods above. */
    static final class Changed extends Announcements {
        private final ChimeSdkMessagingClient chime;
        private final ChimeSdkMessagingAsyncClient async;

        Changed(ChimeSdkMessagingClient chime, ChimeSdkMessagingAsyncClient async) {
            super(chime, async);
            this.chime = chime;
            this.async = async;
        }

        /** Added: exceptionally, on each post. */
        @Override
        void announce(String author, Collection<String> channels, String text) {
            CompletableFuture<?>[] posts = channels.stream()
                    .map(channel -> async.sendChannelMessage(message(author, channel, text))
                            .handle((sent, failure) -> channel))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(posts).join();
        }

        /** Removed: get, so that what a thread met is lost. */
        @Override
        List<String> announceOnThreads(String author, Collection<String> channels, String text) {
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Callable<String>> posts = new ArrayList<>();
                for (String channel : channels) {
                    posts.add(() -> chime.sendChannelMessage(message(author, channel, text))
                            .messageId());
                }
                threads.invokeAll(posts);
                return List.copyOf(channels);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } finally {
                threads.shutdown();
            }
        }
    }
}
