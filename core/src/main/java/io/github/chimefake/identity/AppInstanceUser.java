package io.github.chimefake.identity;

import io.github.chimefake.call.Arn;
import java.time.Instant;
import java.util.Optional;

/**
 * A registered user or bot.
 *
 * @param arn its ARN
 * @param appInstance the ARN of its app instance
 * @param profile what it is called, which is the name on everything it ever did
 * @param adminSince since when it is an AppInstanceAdmin; empty if it is none
 * @param lifetime from when to when it is a user
 */
public record AppInstanceUser(
        String arn, String appInstance, Profile profile, Optional<Instant> adminSince, Lifetime lifetime) {

    /** A new one without a special role, which is valid at once and for good. */
    public static AppInstanceUser of(String arn, String appInstance, Profile profile) {
        Lifetime lifetime = new Lifetime(Optional.empty(), Optional.empty());
        return new AppInstanceUser(arn, appInstance, profile, Optional.empty(), lifetime);
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
        return Arn.parse(arn).type().equals("bot");
    }

    AppInstanceUser with(Profile newProfile) {
        return new AppInstanceUser(arn, appInstance, newProfile, adminSince, lifetime);
    }

    AppInstanceUser withAdminSince(Optional<Instant> since) {
        return new AppInstanceUser(arn, appInstance, profile, since, lifetime);
    }

    AppInstanceUser with(Lifetime newLifetime) {
        return new AppInstanceUser(arn, appInstance, profile, adminSince, newLifetime);
    }

    /** When it is deleted by itself. */
    Optional<Instant> end() {
        return lifetime.end(profile.created());
    }
}
