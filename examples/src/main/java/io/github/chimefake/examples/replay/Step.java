package io.github.chimefake.examples.replay;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.examples.chat.ChatResult;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/** The step of one line of a transcript. */
sealed interface Step {
    /** A user of the transcript. */
    sealed interface Casting extends Step {
        void cast(Stage stage);
    }

    record User(String name) implements Casting {
        @Override
        public void cast(Stage stage) {
            stage.register(name);
        }
    }

    record Admin(String name) implements Casting {
        @Override
        public void cast(Stage stage) {
            stage.registerAdmin(name);
        }
    }

    record Stranger(String name) implements Casting {
        @Override
        public void cast(Stage stage) {
            stage.introduceStranger(name);
        }
    }

    /** A change of the fake. */
    sealed interface Direction extends Step {
        void direct(Stage stage);
    }

    record Deny(String name, Operation operation) implements Direction {
        @Override
        public void direct(Stage stage) {
            stage.deny(name, operation);
        }
    }

    record Allow() implements Direction {
        @Override
        public void direct(Stage stage) {
            stage.allow();
        }
    }

    record Fail(int calls, Operation operation, ChimeError error, Optional<String> message) implements Direction {
        @Override
        public void direct(Stage stage) {
            stage.faults().on(operation).calls(calls).fail(error, message.orElse(error.defaultMessage()));
        }
    }

    record Throttle(Operation operation) implements Direction {
        @Override
        public void direct(Stage stage) {
            stage.faults().on(operation).once().attempts(2).fail(ChimeError.THROTTLED_CLIENT);
        }
    }

    record LoseResponse(Operation operation) implements Direction {
        @Override
        public void direct(Stage stage) {
            stage.faults().on(operation).once().attempts(1).loseResponse();
        }
    }

    /** An action of a user in a channel. */
    sealed interface Act extends Step {
        /** The name of the channel. */
        String channel();

        /** The name of the user. */
        String actor();

        /** Performs the action with the chat service. */
        ChatResult<?> perform(Stage stage);

        /** Records what the fake must contain afterwards. */
        void expect(ExpectedChannels channels);
    }

    record Open(String channel, String actor, ChannelPrivacy privacy) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.opened(channel, stage.chat().open(stage.arn(actor), stage.appInstance(), channel, privacy));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.open(channel, actor);
        }
    }

    record Join(String channel, String actor, String member) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().add(stage.arn(actor), stage.channelArn(channel), stage.arn(member));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).members().add(member);
        }
    }

    record Leave(String channel, String actor, String member) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().remove(stage.arn(actor), stage.channelArn(channel), stage.arn(member));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).members().remove(member);
        }
    }

    record Ban(String channel, String actor, String member) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().ban(stage.arn(actor), stage.channelArn(channel), stage.arn(member));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).members().remove(member);
        }
    }

    record Pardon(String channel, String actor, String user) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().pardon(stage.arn(actor), stage.channelArn(channel), stage.arn(user));
        }

        @Override
        public void expect(ExpectedChannels channels) {}
    }

    record Promote(String channel, String actor, String member) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().promote(stage.arn(actor), stage.channelArn(channel), stage.arn(member));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).moderators().add(member);
        }
    }

    record Demote(String channel, String actor, String moderator) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().demote(stage.arn(actor), stage.channelArn(channel), stage.arn(moderator));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).moderators().remove(moderator);
        }
    }

    record Say(String channel, String actor, Optional<String> label, String text) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.posted(label, stage.chat().post(stage.arn(actor), stage.channelArn(channel), text));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).say(actor, label, text);
        }
    }

    record Edit(String channel, String actor, String label, String text) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().edit(stage.arn(actor), stage.channelArn(channel), stage.messageId(label), text);
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).edit(label, text);
        }
    }

    record Redact(String channel, String actor, String label) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().redact(stage.arn(actor), stage.channelArn(channel), stage.messageId(label));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).redact(label);
        }
    }

    record Delete(String channel, String actor, String label) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.chat().delete(stage.arn(actor), stage.channelArn(channel), stage.messageId(label));
        }

        @Override
        public void expect(ExpectedChannels channels) {
            channels.named(channel).delete(label);
        }
    }

    record Read(String channel, String actor) implements Act {
        @Override
        public ChatResult<?> perform(Stage stage) {
            return stage.readAll(actor, channel);
        }

        @Override
        public void expect(ExpectedChannels channels) {}
    }
}
