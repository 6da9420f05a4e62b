package io.github.chimefake.internal.control.actors;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.actors.Actor;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** What actors can do, as data: the action is the name of the method of {@link Actor}, and its members are its parameters. */
final class ActionTable {
    private static final String ACTION = "action";
    private static final Schema CONTENT = Schema.string("The content.").length(0, 100_000);
    private static final Schema MESSAGE = Schema.string("The id of a message.").length(1, 200);

    private static final ObjectSchema OPTIONS = options();

    private static final Map<String, Action> ACTIONS = actions();

    /** A body. */
    static final NamedSchema SCHEMA = Schema.named("ActorCall", Schema.choice("What a user does.", ACTION, choices()));

    /** A call with its arguments. */
    @FunctionalInterface
    interface Call {
        /** Makes the call, and returns what it has returned. */
        ActionResult make(Actor actor);
    }

    /** Reads the arguments of a call. */
    @FunctionalInterface
    private interface Reader {
        Call read(Fields fields, Names names);
    }

    private record Action(ObjectSchema members, Reader reader) {}

    private ActionTable() {}

    static Set<String> names() {
        return ACTIONS.keySet();
    }

    /** Returns the call that a body says. Its channel and users need not exist, which the service then finds. */
    static Call read(Fields fields, Names names) {
        Action action = ACTIONS.get(fields.string(ACTION));
        if (action == null) {
            throw new IllegalStateException("The schema has accepted " + fields.object());
        }
        return action.reader().read(fields, names);
    }

    private static Map<String, ObjectSchema> choices() {
        Map<String, ObjectSchema> choices = new LinkedHashMap<>();
        ACTIONS.forEach((name, action) -> choices.put(name, action.members()));
        return choices;
    }

    private static Map<String, Action> actions() {
        Map<String, Action> actions = new LinkedHashMap<>();
        actions.put("send", send());
        actions.put(
                "sendControl", sending("Sends a message of type CONTROL, which is not stored.", Actor::sendControl));
        actions.put(
                "sendTo",
                new Action(
                        object("Sends a message, which is not stored, to one member only.")
                                .required("target", References.USER)
                                .required("content", CONTENT),
                        (fields, names) -> {
                            ChimeChannel channel = channel(fields, names);
                            ChimeUser target = names.user(fields, "target");
                            return actor -> ActionResult.sent(actor.sendTo(channel, target, fields.string("content")));
                        }));
        actions.put(
                "type",
                inChannel("Types: sends a message of type CONTROL as AWS's chat demonstration does.", Actor::type));
        actions.put(
                "edit",
                new Action(
                        object("Edits a message.")
                                .required("messageId", MESSAGE)
                                .required("content", CONTENT),
                        (fields, names) -> {
                            ChimeChannel channel = channel(fields, names);
                            return done(
                                    actor -> actor.edit(channel, fields.string("messageId"), fields.string("content")));
                        }));
        actions.put("redact", withMessage("Redacts a message.", Actor::redact));
        actions.put("delete", withMessage("Deletes a message, which an app instance admin may.", Actor::delete));
        actions.put("join", inChannel("Becomes a member.", Actor::join));
        actions.put("add", withUser("Adds a member.", "member", Actor::add));
        actions.put("leave", inChannel("Ends the membership of the user itself.", Actor::leave));
        actions.put("remove", withUser("Removes a member.", "member", Actor::remove));
        actions.put("ban", withUser("Bans a user.", "user", Actor::ban));
        actions.put("unban", withUser("Removes the ban of a user.", "user", Actor::unban));
        actions.put("markRead", inChannel("Sets the read marker of the user to now.", Actor::markRead));
        actions.put(
                "connect",
                ofUser(
                        "Opens a messaging session, which is established then and does not connect again by itself.",
                        actor -> ActionResult.connected(actor.connect().sessionId())));
        actions.put(
                "disconnect",
                ofUser(
                        "Closes the sessions of the user that actors have opened, with code 1000.",
                        actor -> ActionResult.closed(actor.disconnect())));
        actions.put(
                "drop",
                ofUser(
                        "Ends the connections of the user that actors have opened, without a close frame.",
                        actor -> ActionResult.closed(actor.drop())));
        return actions;
    }

    /** Returns the members that all actions in channels have. */
    private static ObjectSchema object(String description) {
        return Schema.object(description)
                .required("actor", References.USER)
                .required("channel", References.CHANNEL)
                .including(OPTIONS);
    }

    private static ObjectSchema options() {
        return Schema.object("")
                .optional("signedBy", References.CALLER)
                .optional(
                        "withFaults",
                        Schema.bool("Whether faults, stale reads and schedules treat and count the call; false without"
                                + " it."));
    }

    private static ChimeChannel channel(Fields fields, Names names) {
        return ChimeChannel.of(names.channel(fields, "channel"));
    }

    private static Call done(Consumer<Actor> call) {
        return actor -> {
            call.accept(actor);
            return ActionResult.NOTHING;
        };
    }

    private static Action send() {
        ObjectSchema members = object("Sends a message of type STANDARD.")
                .required("content", CONTENT)
                .optional(
                        "persistence",
                        Schema.oneOf(
                                "Whether it is stored; PERSISTENT without it.",
                                List.of("PERSISTENT", "NON_PERSISTENT")))
                .optional("metadata", Schema.string("The metadata.").length(0, 100_000));
        return new Action(members, (fields, names) -> {
            ChimeChannel channel = channel(fields, names);
            return actor -> ActionResult.sent(
                    actor.send(channel, fields.string("content"), request -> addOptions(request, fields)));
        });
    }

    private static void addOptions(SendChannelMessageRequest.Builder request, Fields fields) {
        fields.findString("persistence")
                .map(ChannelMessagePersistenceType::fromValue)
                .ifPresent(request::persistence);
        fields.findString("metadata").ifPresent(request::metadata);
    }

    /** Sends. */
    @FunctionalInterface
    private interface Sending {
        String send(Actor actor, ChimeChannel channel, String content);
    }

    private static Action sending(String description, Sending method) {
        return new Action(object(description).required("content", CONTENT), (fields, names) -> {
            ChimeChannel channel = channel(fields, names);
            return actor -> ActionResult.sent(method.send(actor, channel, fields.string("content")));
        });
    }

    private static Action ofUser(String description, Call call) {
        return new Action(
                Schema.object(description).required("actor", References.USER).including(OPTIONS),
                (fields, names) -> call);
    }

    private static Action inChannel(String description, BiConsumer<Actor, ChimeChannel> method) {
        return new Action(object(description), (fields, names) -> {
            ChimeChannel channel = channel(fields, names);
            return done(actor -> method.accept(actor, channel));
        });
    }

    /** Does something with a message. */
    @FunctionalInterface
    private interface WithMessage {
        void act(Actor actor, ChimeChannel channel, String messageId);
    }

    private static Action withMessage(String description, WithMessage method) {
        return new Action(object(description).required("messageId", MESSAGE), (fields, names) -> {
            ChimeChannel channel = channel(fields, names);
            return done(actor -> method.act(actor, channel, fields.string("messageId")));
        });
    }

    /** Does something with a user. */
    @FunctionalInterface
    private interface WithUser {
        void act(Actor actor, ChimeChannel channel, ChimeUser user);
    }

    private static Action withUser(String description, String member, WithUser method) {
        return new Action(object(description).required(member, References.USER), (fields, names) -> {
            ChimeChannel channel = channel(fields, names);
            ChimeUser user = names.user(fields, member);
            return done(actor -> method.act(actor, channel, user));
        });
    }
}
