package io.github.chimefake.examples.sweep.heldout;

import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;

/** A bot that redacts messages and bans their authors. It has retries of its own. */
class ModeratorBot {
    /** Repeats what may work later, with pauses that grow. */
    static class Retries {
        <T> T call(Supplier<T> call) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return call.get();
                } catch (SdkException e) {
                    if (attempt == 3 || !worthIt(e)) {
                        throw e;
                    }
                    pause(attempt);
                }
            }
        }

        final boolean worthIt(SdkException e) {
            return e instanceof SdkClientException
                    || (e instanceof AwsServiceException service
                            && (service.isThrottlingException() || service.statusCode() >= 500));
        }

        final void pause(int attempt) {
            try {
                Thread.sleep(3L << attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** Removed: the pause, and the condition. */
    static final class HastyRetries extends Retries {
        @Override
        <T> T call(Supplier<T> call) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return call.get();
                } catch (SdkException e) {
                    if (attempt == 5) {
                        throw e;
                    }
                }
            }
        }
    }

    /** Removed: the limit. */
    static final class EndlessRetries extends Retries {
        @Override
        @SuppressWarnings("UnusedVariable") // That is the bug.
        <T> T call(Supplier<T> call) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return call.get();
                } catch (SdkException e) {
                    if (!worthIt(e)) {
                        throw e;
                    }
                    pause(1);
                }
            }
        }
    }

    private final ChimeSdkMessagingClient chime;
    private final Retries retries;
    private final String bot;
    private final Set<String> forbidden;

    ModeratorBot(ChimeSdkMessagingClient chime, Retries retries, String bot, Set<String> forbidden) {
        this.chime = chime;
        this.retries = retries;
        this.bot = bot;
        this.forbidden = forbidden;
    }

    /** Redacts the messages with a forbidden word, and bans their authors. Returns how many messages were redacted. */
    int patrol(String channel) {
        int redacted = 0;
        for (ChannelMessageSummary message : messages(channel)) {
            if (!message.redacted() && forbidden.contains(message.content())) {
                ban(channel, message.sender().arn());
                redact(channel, message.messageId());
                redacted++;
            }
        }
        return redacted;
    }

    final Iterable<ChannelMessageSummary> messages(String channel) {
        return retries.call(() ->
                        chime.listChannelMessages(r -> r.channelArn(channel).chimeBearer(bot)))
                .channelMessages();
    }

    final void redact(String channel, String message) {
        retries.call(() -> chime.redactChannelMessage(
                r -> r.channelArn(channel).messageId(message).chimeBearer(bot)));
    }

    final void ban(String channel, String author) {
        try {
            retries.call(() -> chime.createChannelBan(
                    r -> r.channelArn(channel).memberArn(author).chimeBearer(bot)));
        } catch (ConflictException e) {
            // It is banned already.
        }
    }

    /** Posts a warning. */
    String warn(String channel, String text) {
        return retries.call(() -> chime.sendChannelMessage(r -> r.channelArn(channel)
                        .content(text)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT)
                        .clientRequestToken("warning-" + text.replace(" ", "-"))
                        .chimeBearer(bot)))
                .messageId();
    }

    /** Swapped: redacts first, so that no user is banned if that fails after the message is redacted. */
    static final class RedactsFirst extends ModeratorBot {
        private final Set<String> forbidden;

        RedactsFirst(ChimeSdkMessagingClient chime, Retries retries, String bot, Set<String> forbidden) {
            super(chime, retries, bot, forbidden);
            this.forbidden = forbidden;
        }

        @Override
        int patrol(String channel) {
            int redacted = 0;
            for (ChannelMessageSummary message : messages(channel)) {
                if (!message.redacted() && forbidden.contains(message.content())) {
                    redact(channel, message.messageId());
                    ban(channel, message.sender().arn());
                    redacted++;
                }
            }
            return redacted;
        }
    }

    /** Removed: the token of a warning, where retries are the bot's own. */
    static final class WarnsTwice extends ModeratorBot {
        private final ChimeSdkMessagingClient chime;
        private final Retries retries;
        private final String bot;

        WarnsTwice(ChimeSdkMessagingClient chime, Retries retries, String bot, Set<String> forbidden) {
            super(chime, retries, bot, forbidden);
            this.chime = chime;
            this.retries = retries;
            this.bot = bot;
        }

        @Override
        String warn(String channel, String text) {
            return retries.call(() -> chime.sendChannelMessage(r -> r.channelArn(channel)
                            .content(text)
                            .type(ChannelMessageType.STANDARD)
                            .persistence(ChannelMessagePersistenceType.PERSISTENT)
                            .chimeBearer(bot)))
                    .messageId();
        }
    }
}
