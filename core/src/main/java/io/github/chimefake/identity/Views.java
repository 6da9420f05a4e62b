package io.github.chimefake.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.Identity;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;

/** What of the directory stands in answers, in the SDK's own shapes. */
final class Views {
    private Views() {}

    static software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser user(AppInstanceUser user) {
        return software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser.builder()
                .appInstanceUserArn(user.arn())
                .name(user.name())
                .metadata(user.profile().metadata().orElse(null))
                .createdTimestamp(user.profile().created())
                .lastUpdatedTimestamp(user.profile().updated())
                .expirationSettings(expiration(user.lifetime()))
                .build();
    }

    static @Nullable ExpirationSettings expiration(Lifetime lifetime) {
        return lifetime.expirationDays()
                .map(days -> ExpirationSettings.builder()
                        .expirationDays(days)
                        .expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)
                        .build())
                .orElse(null);
    }

    static Identity identity(AppInstanceUser user) {
        return Identity.builder().arn(user.arn()).name(user.name()).build();
    }

    /** The tags of a request as the directory keeps them. */
    static TreePMap<String, String> tags(List<Tag> tags) {
        TreePMap<String, String> all = TreePMap.empty();
        for (Tag tag : tags) {
            all = all.plus(tag.key(), tag.value());
        }
        return all;
    }
}
