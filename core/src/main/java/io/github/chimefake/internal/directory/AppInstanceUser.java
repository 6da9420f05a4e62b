package io.github.chimefake.internal.directory;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.BotArn;
import io.github.chimefake.internal.arn.MemberArn;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * A registered user or bot.
 *
 * @param arn its ARN
 * @param profile its name and metadata; the current name also applies to earlier messages and other actions
 * @param adminSince when it became an AppInstanceAdmin; empty if it is not an admin
 * @param lifetime when it becomes valid and when it expires
 * @param configuration the configuration of a bot; empty for a user, and for a bot registered by a test
 * @param endpoints the endpoints for push notifications by their ids
 */
public record AppInstanceUser(
        MemberArn arn,
        Profile profile,
        Optional<Instant> adminSince,
        Lifetime lifetime,
        Optional<BotConfiguration> configuration,
        TreePMap<String, UserEndpoint> endpoints) {

    /** Creates a user without a role, which is valid immediately and does not expire. */
    public static AppInstanceUser of(MemberArn arn, Profile profile) {
        Lifetime lifetime = new Lifetime(Optional.empty(), Optional.empty());
        return new AppInstanceUser(arn, profile, Optional.empty(), lifetime, Optional.empty(), TreePMap.empty());
    }

    /** Returns the app instance that it belongs to. */
    public AppInstanceArn appInstance() {
        return arn.appInstance();
    }

    /** Returns the current name. */
    public String name() {
        return profile.name();
    }

    /** Returns whether it is an AppInstanceAdmin. */
    public boolean admin() {
        return adminSince.isPresent();
    }

    /** Returns whether it is a bot, not a user. */
    public boolean isBot() {
        return arn instanceof BotArn;
    }

    public AppInstanceUser with(Profile newProfile) {
        return new AppInstanceUser(arn, newProfile, adminSince, lifetime, configuration, endpoints);
    }

    public AppInstanceUser withAdminSince(Optional<Instant> since) {
        return new AppInstanceUser(arn, profile, since, lifetime, configuration, endpoints);
    }

    public AppInstanceUser with(Lifetime newLifetime) {
        return new AppInstanceUser(arn, profile, adminSince, newLifetime, configuration, endpoints);
    }

    public AppInstanceUser with(BotConfiguration newConfiguration) {
        return new AppInstanceUser(arn, profile, adminSince, lifetime, Optional.of(newConfiguration), endpoints);
    }

    public AppInstanceUser withEndpoints(TreePMap<String, UserEndpoint> newEndpoints) {
        return new AppInstanceUser(arn, profile, adminSince, lifetime, configuration, newEndpoints);
    }

    /** Returns when it expires. */
    Optional<Instant> end() {
        return lifetime.end(profile.created());
    }
}
