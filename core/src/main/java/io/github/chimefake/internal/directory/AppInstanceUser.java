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
 * @param profile what it is called, which is the name on everything it ever did
 * @param adminSince since when it is an AppInstanceAdmin; empty if it is not one
 * @param lifetime from when to when it is a user
 * @param configuration what a bot answers with; empty for a user, and for a bot that a test registered
 * @param endpoints by id, where pushed notifications go
 */
public record AppInstanceUser(
        MemberArn arn,
        Profile profile,
        Optional<Instant> adminSince,
        Lifetime lifetime,
        Optional<BotConfiguration> configuration,
        TreePMap<String, UserEndpoint> endpoints) {

    /** A new one without a special role, which is valid at once and for good. */
    public static AppInstanceUser of(MemberArn arn, Profile profile) {
        Lifetime lifetime = new Lifetime(Optional.empty(), Optional.empty());
        return new AppInstanceUser(arn, profile, Optional.empty(), lifetime, Optional.empty(), TreePMap.empty());
    }

    /** Returns the app instance that it belongs to. */
    public AppInstanceArn appInstance() {
        return arn.appInstance();
    }

    /** Its present name. */
    public String name() {
        return profile.name();
    }

    /** Whether it is an AppInstanceAdmin. */
    public boolean admin() {
        return adminSince.isPresent();
    }

    /** Whether it is a bot and no user. */
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

    /** When it is deleted by itself. */
    Optional<Instant> end() {
        return lifetime.end(profile.created());
    }
}
