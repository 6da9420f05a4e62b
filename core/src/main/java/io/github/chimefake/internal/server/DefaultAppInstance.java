package io.github.chimefake.internal.server;

import io.github.chimefake.ChannelBuilder;
import io.github.chimefake.ChimeAppInstance;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.BotArn;
import io.github.chimefake.internal.common.ResourceIds;
import io.github.chimefake.internal.identity.DirectoryFixtures;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import io.github.chimefake.internal.messaging.MessagingService;

/** An app instance of a fake. */
final class DefaultAppInstance implements ChimeAppInstance {
    private final MessagingService service;
    private final DirectoryFixtures registrations;
    private final FakeLifetime lifetime;
    private final AppInstanceArn arn;

    DefaultAppInstance(
            MessagingService service, DirectoryFixtures registrations, FakeLifetime lifetime, AppInstanceArn arn) {
        this.service = service;
        this.registrations = registrations;
        this.lifetime = lifetime;
        this.arn = arn;
    }

    @Override
    public String arn() {
        return arn.text();
    }

    @Override
    public ChimeUser user(String id) {
        lifetime.requireRunning("user(\"" + id + "\")");
        return registrations.ensureUser(arn, id, id);
    }

    @Override
    public ChimeUser user(String id, String name) {
        lifetime.requireRunning("user(\"" + id + "\", \"" + name + "\")");
        FixtureArguments.require("user(\"" + id + "\", name)", Operation.CREATE_APP_INSTANCE_USER, name, "Name");
        ChimeUser user = registrations.ensureUser(arn, id, name);
        if (!user.name().equals(name)) {
            throw new IllegalArgumentException("user(\"" + id + "\", \"" + name + "\"): this user is registered as \""
                    + user.name() + "\". Call user(id), or rename(user, name) to change the name");
        }
        return user;
    }

    @Override
    public ChimeUser bot(String id) {
        lifetime.requireRunning("bot(\"" + id + "\")");
        return registrations.ensureBot(arn, id, id);
    }

    @Override
    public ChimeUser admin(String id) {
        ChimeUser user = user(id);
        registrations.promoteToAdmin(Arn.of(user.arn()));
        return user;
    }

    @Override
    public void demote(ChimeUser admin) {
        lifetime.requireRunning("demote(" + admin + ")");
        registrations.demoteFromAdmin(Arn.of(admin.arn()));
    }

    @Override
    public ChimeUser rename(ChimeUser user, String name) {
        lifetime.requireRunning("rename(" + user + ", \"" + name + "\")");
        Operation operation = Arn.of(user.arn()) instanceof BotArn
                ? Operation.UPDATE_APP_INSTANCE_BOT
                : Operation.UPDATE_APP_INSTANCE_USER;
        FixtureArguments.require("rename(" + user + ", name)", operation, name, "Name");
        return registrations.renameUser(Arn.of(user.arn()), name);
    }

    @Override
    public void delete(ChimeUser user) {
        lifetime.requireRunning("delete(" + user + ")");
        registrations.deleteUser(Arn.of(user.arn()));
    }

    @Override
    public ChimeUser unregistered(String id) {
        lifetime.requireRunning("unregistered(\"" + id + "\")");
        ResourceIds.require(id);
        ChimeUser user = ChimeUser.of(arn.user(id).text());
        if (registrations.findUser(Arn.of(user.arn())).isPresent()) {
            throw new IllegalArgumentException(
                    "unregistered(\"" + id + "\"): this user is registered. Choose another id");
        }
        return user;
    }

    @Override
    public ChannelBuilder channel(String name) {
        lifetime.requireRunning("channel(\"" + name + "\")");
        return new DefaultChannelBuilder(service, lifetime, arn, name);
    }

    @Override
    public String toString() {
        return arn();
    }
}
