package io.github.chimefake.examples.sweep.heldout;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** A service that throws nothing: it returns what happened. */
class Results {
    /** A value, or why there is none. */
    sealed interface Result<T> {
        /** It worked. */
        record Done<T>(T value) implements Result<T> {}

        /** It did not. */
        record Failed<T>(String reason) implements Result<T> {}

        /** Returns the value. */
        default T get() {
            if (this instanceof Done<T> done) {
                return done.value();
            }
            throw new IllegalStateException(toString());
        }
    }

    private final ChimeSdkMessagingClient chime;

    Results(ChimeSdkMessagingClient chime) {
        this.chime = chime;
    }

    <T> Result<T> of(Supplier<T> call) {
        try {
            return new Result.Done<>(call.get());
        } catch (ForbiddenException e) {
            return new Result.Failed<>("you may not do that");
        } catch (SdkException e) {
            return new Result.Failed<>("something went wrong: " + e.getMessage());
        }
    }

    /** Posts a text. */
    Result<String> post(String author, String channel, String text) {
        return of(() -> chime.sendChannelMessage(r -> r.channelArn(channel)
                        .content(text)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT)
                        .chimeBearer(author))
                .messageId());
    }

    /** Returns the topic of a channel. */
    Result<String> topic(String reader, String channel) {
        return of(() -> chime.describeChannel(r -> r.channelArn(channel).chimeBearer(reader))
                .channel()
                .name());
    }

    /** Sets the topic of a channel and tells its members. */
    Result<String> announceTopic(String host, String channel, String topic) {
        Result<String> set = setTopic(host, channel, topic);
        if (set instanceof Result.Failed<String>) {
            return set;
        }
        return post(host, channel, "new topic");
    }

    final Result<String> setTopic(String host, String channel, String topic) {
        return of(() -> chime.updateChannel(r ->
                        r.channelArn(channel).name("general").metadata(topic).chimeBearer(host))
                .channelArn());
    }

    /** The changes of the methods above. */
    static final class Changed extends Results {
        Changed(ChimeSdkMessagingClient chime) {
            super(chime);
        }

        /** Removed: the condition. */
        @Override
        Result<String> announceTopic(String host, String channel, String topic) {
            setTopic(host, channel, topic);
            return post(host, channel, "new topic");
        }

        /** Changed: what is forbidden counts as done. */
        @Override
        Result<String> post(String author, String channel, String text) {
            Result<String> posted = super.post(author, channel, text);
            if (posted instanceof Result.Failed<String> failed
                    && failed.reason().startsWith("you may not")) {
                return new Result.Done<>(failed.reason());
            }
            return posted;
        }
    }
}
