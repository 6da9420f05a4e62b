package io.github.chimefake;

import io.github.chimefake.call.Arn;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.FakeLifetime;
import io.github.chimefake.identity.Registrations;
import io.github.chimefake.messaging.MessagingService;

/**
 * An app instance of the fake: the door to its users and channels. What is done here bypasses permissions, stands in no
 * journal and spends no fault.
 */
public final class ChimeAppInstance {
    private final MessagingService service;
    private final Registrations registrations;
    private final FakeLifetime lifetime;
    private final Arn arn;

    ChimeAppInstance(MessagingService service, Registrations registrations, FakeLifetime lifetime, Arn arn) {
        this.service = service;
        this.registrations = registrations;
        this.lifetime = lifetime;
        this.arn = arn;
    }

    /** The ARN, for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/…}. */
    public String arn() {
        return arn.toString();
    }

    /** The user with exactly this id, registered now, with the id as its display name, if it was not. */
    public ChimeUser user(String id) {
        lifetime.requireRunning("user(\"" + id + "\")");
        return registrations.ensureUser(arn, id, id);
    }

    /**
     * The user with exactly this id and this display name, registered now if it was not.
     *
     * @throws IllegalArgumentException if a user with this id is registered under another name, or the name has not 1 to 100
     *     characters with one that is no white space
     */
    public ChimeUser user(String id, String name) {
        lifetime.requireRunning("user(\"" + id + "\", \"" + name + "\")");
        ChimeUser user = registrations.ensureUser(arn, id, name);
        if (!user.name().equals(name)) {
            throw new IllegalArgumentException(
                    "user(\"" + id + "\", \"" + name + "\"): this user is registered as \"" + user.name() + "\"");
        }
        return user;
    }

    /** The bot with exactly this id, registered now, with the id as its display name, if it was not. */
    public ChimeUser bot(String id) {
        lifetime.requireRunning("bot(\"" + id + "\")");
        return registrations.ensureBot(arn, id, id);
    }

    /** The user with exactly this id, registered now if it was not, as an administrator of this app instance. */
    public ChimeUser admin(String id) {
        ChimeUser user = user(id);
        registrations.promoteToAdmin(user.arn());
        return user;
    }

    /** This user or bot is an administrator no more. */
    public void demote(ChimeUser admin) {
        lifetime.requireRunning("demote(" + admin + ")");
        registrations.demoteFromAdmin(admin.arn());
    }

    /** This user or bot has another display name from now on. */
    public ChimeUser rename(ChimeUser user, String name) {
        lifetime.requireRunning("rename(" + user + ", \"" + name + "\")");
        return registrations.renameUser(user.arn(), name);
    }

    /** This user or bot is gone: its memberships with it, its messages not, and as a bearer it is unknown. */
    public void delete(ChimeUser user) {
        lifetime.requireRunning("delete(" + user + ")");
        registrations.deleteUser(user.arn());
    }

    /**
     * A user that nobody registered: as a bearer it meets the real service's own {@code UnauthorizedClientException}.
     *
     * @throws IllegalArgumentException if a user with this id is registered
     */
    public ChimeUser unregistered(String id) {
        lifetime.requireRunning("unregistered(\"" + id + "\")");
        ChimeUser user = ChimeUser.of(arn.child("user", id).toString());
        if (registrations.findUser(user.arn()).isPresent()) {
            throw new IllegalArgumentException(
                    "unregistered(\"" + id + "\"): this user is registered. Take another id");
        }
        return user;
    }

    /** A channel to be made, with exactly this name. */
    public ChannelBuilder channel(String name) {
        lifetime.requireRunning("channel(\"" + name + "\")");
        return new ChannelBuilder(service, lifetime, arn, name);
    }

    /** The ARN. */
    @Override
    public String toString() {
        return arn();
    }
}
