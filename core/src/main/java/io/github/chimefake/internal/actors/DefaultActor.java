package io.github.chimefake.internal.actors;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.actors.Actor;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.Sender;
import io.github.chimefake.session.MessagingSession;
import java.util.function.Consumer;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;

/** A user who calls the service through a client without a connection. */
public final class DefaultActor implements Actor {
    /** As the chat demonstration in the repository amazon-chime-sdk sends it. */
    private static final String TYPING = "{\"Typing\":\"Indicator\"}";

    private final ActorClients clients;
    private final ChimeUser user;
    private final Caller caller;
    private final Sender sender;
    private final long test;

    /** Creates an actor of the current test, without faults. */
    public DefaultActor(ActorClients clients, ChimeUser user, Caller caller) {
        this(clients, user, caller, Sender.ACTOR, clients.currentTest());
    }

    private DefaultActor(ActorClients clients, ChimeUser user, Caller caller, Sender sender, long test) {
        this.clients = clients;
        this.user = user;
        this.caller = caller;
        this.sender = sender;
        this.test = test;
    }

    @Override
    public ChimeUser user() {
        return user;
    }

    @Override
    public Actor signedBy(ChimeCaller other) {
        return new DefaultActor(clients, user, Caller.of(other), sender, test);
    }

    @Override
    public Actor withFaults() {
        return new DefaultActor(clients, user, caller, Sender.ACTOR_WITH_FAULTS, test);
    }

    @Override
    public String send(ChimeChannel channel, String content) {
        return send(channel, content, standard -> {});
    }

    @Override
    public String send(ChimeChannel channel, String content, Consumer<SendChannelMessageRequest.Builder> options) {
        SendChannelMessageRequest.Builder message = SendChannelMessageRequest.builder()
                .channelArn(channel.arn())
                .content(content)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT);
        options.accept(message);
        return client().sendChannelMessage(message.build()).messageId();
    }

    @Override
    public String sendControl(ChimeChannel channel, String content) {
        return send(
                channel,
                content,
                message -> message.type(ChannelMessageType.CONTROL)
                        .persistence(ChannelMessagePersistenceType.NON_PERSISTENT));
    }

    @Override
    public String sendTo(ChimeChannel channel, ChimeUser target, String content) {
        return send(
                channel,
                content,
                message -> message.persistence(ChannelMessagePersistenceType.NON_PERSISTENT)
                        .target(Target.builder().memberArn(target.arn()).build()));
    }

    @Override
    public void type(ChimeChannel channel) {
        sendControl(channel, TYPING);
    }

    @Override
    public void edit(ChimeChannel channel, String messageId, String content) {
        client().updateChannelMessage(request ->
                request.channelArn(channel.arn()).messageId(messageId).content(content));
    }

    @Override
    public void redact(ChimeChannel channel, String messageId) {
        client().redactChannelMessage(
                        request -> request.channelArn(channel.arn()).messageId(messageId));
    }

    @Override
    public void delete(ChimeChannel channel, String messageId) {
        client().deleteChannelMessage(
                        request -> request.channelArn(channel.arn()).messageId(messageId));
    }

    @Override
    public void join(ChimeChannel channel) {
        add(channel, user);
    }

    @Override
    public void add(ChimeChannel channel, ChimeUser member) {
        client().createChannelMembership(request ->
                request.channelArn(channel.arn()).memberArn(member.arn()).type(ChannelMembershipType.DEFAULT));
    }

    @Override
    public void leave(ChimeChannel channel) {
        remove(channel, user);
    }

    @Override
    public void remove(ChimeChannel channel, ChimeUser member) {
        client().deleteChannelMembership(
                        request -> request.channelArn(channel.arn()).memberArn(member.arn()));
    }

    @Override
    public void ban(ChimeChannel channel, ChimeUser banned) {
        client().createChannelBan(request -> request.channelArn(channel.arn()).memberArn(banned.arn()));
    }

    @Override
    public void unban(ChimeChannel channel, ChimeUser banned) {
        client().deleteChannelBan(request -> request.channelArn(channel.arn()).memberArn(banned.arn()));
    }

    @Override
    public void markRead(ChimeChannel channel) {
        client().updateChannelReadMarker(request -> request.channelArn(channel.arn()));
    }

    @Override
    public MessagingSession connect() {
        return clients.sessions().connect(user, client(), sender);
    }

    @Override
    public int disconnect() {
        return clients.sessions().disconnect(user);
    }

    @Override
    public int drop() {
        return clients.sessions().drop(user);
    }

    @Override
    public ChimeSdkMessagingClient client() {
        return clients.client(user, caller, sender, test);
    }

    @Override
    public String toString() {
        return "actor " + user.name();
    }
}
