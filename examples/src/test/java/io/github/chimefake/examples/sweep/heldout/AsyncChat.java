package io.github.chimefake.examples.sweep.heldout;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** Chat of an application that does not block its threads. */
class AsyncChat {
    private final ChimeSdkMessagingAsyncClient chime;

    AsyncChat(ChimeSdkMessagingAsyncClient chime) {
        this.chime = chime;
    }

    final CompletableFuture<SendChannelMessageResponse> send(String author, String channel, String text) {
        return chime.sendChannelMessage(r -> r.channelArn(channel)
                .content(text)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .chimeBearer(author));
    }

    final CompletableFuture<?> add(String host, String channel, String member) {
        return chime.createChannelMembership(r -> r.channelArn(channel)
                .memberArn(member)
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(host));
    }

    /** Adds a member and greets it. Completes with the id of the greeting. */
    CompletableFuture<String> invite(String host, String channel, String member) {
        return add(host, channel, member)
                .thenCompose(added -> send(host, channel, "welcome"))
                .thenApply(SendChannelMessageResponse::messageId);
    }

    /** Posts, and completes with what is stored then. */
    CompletableFuture<String> postAndRead(String author, String channel, String text) {
        return send(author, channel, text)
                .thenCompose(sent -> chime.getChannelMessage(
                        r -> r.channelArn(channel).messageId(sent.messageId()).chimeBearer(author)))
                .thenApply(stored -> stored.channelMessage().content());
    }

    /** Completes with the number of members. */
    CompletableFuture<Integer> members(String reader, String channel) {
        CompletableFuture<Integer> count = new CompletableFuture<>();
        CompletableFuture<?> unused = chime.listChannelMemberships(
                        r -> r.channelArn(channel).chimeBearer(reader))
                .whenComplete((page, failure) -> {
                    if (failure == null) {
                        count.complete(page.channelMemberships().size());
                    } else {
                        count.completeExceptionally(failure);
                    }
                });
        return count;
    }

    /** Completes when the topic is set. */
    CompletableFuture<Void> topic(String host, String channel, String topic) {
        return chime.updateChannel(r ->
                        r.channelArn(channel).name("general").metadata(topic).chimeBearer(host))
                .thenAccept(done -> {});
    }

    /** The changes of the methods above. */
    static final class Changed extends AsyncChat {
        private final ChimeSdkMessagingAsyncClient chime;

        Changed(ChimeSdkMessagingAsyncClient chime) {
            super(chime);
            this.chime = chime;
        }

        /** Changed: the membership is not waited for. */
        @Override
        CompletableFuture<String> invite(String host, String channel, String member) {
            CompletableFuture<?> added = add(host, channel, member);
            return send(host, channel, "welcome")
                    .thenApply(SendChannelMessageResponse::messageId)
                    .whenComplete(
                            (id, failure) -> added.exceptionally(e -> null).join());
        }

        /** Removed: the completion with the failure. */
        @Override
        CompletableFuture<Integer> members(String reader, String channel) {
            CompletableFuture<Integer> count = new CompletableFuture<>();
            CompletableFuture<?> unused = chime.listChannelMemberships(
                            r -> r.channelArn(channel).chimeBearer(reader))
                    .whenComplete((page, failure) -> {
                        if (failure == null) {
                            count.complete(page.channelMemberships().size());
                        }
                    });
            return count;
        }

        /** Changed: handle in place of thenAccept. */
        @Override
        CompletableFuture<Void> topic(String host, String channel, String topic) {
            return chime.updateChannel(r -> r.channelArn(channel)
                            .name("general")
                            .metadata(topic)
                            .chimeBearer(host))
                    .<Void>handle((done, failure) -> null);
        }
    }
}
