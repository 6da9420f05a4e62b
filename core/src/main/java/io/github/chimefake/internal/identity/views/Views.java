package io.github.chimefake.internal.identity.views;

import io.github.chimefake.internal.directory.AppInstance;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.directory.Lifetime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceAdmin;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceAdminSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationCriterion;
import software.amazon.awssdk.services.chimesdkidentity.model.ExpirationSettings;
import software.amazon.awssdk.services.chimesdkidentity.model.Identity;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;

/** Converts the directory to the SDK's classes for responses. */
public final class Views {
    private Views() {}

    public static software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser user(AppInstanceUser user) {
        return software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUser.builder()
                .appInstanceUserArn(user.arn().text())
                .name(user.name())
                .metadata(user.profile().metadata().orElse(null))
                .createdTimestamp(user.profile().created())
                .lastUpdatedTimestamp(user.profile().updated())
                .expirationSettings(expiration(user.lifetime()))
                .build();
    }

    public static AppInstanceUserSummary userSummary(AppInstanceUser user) {
        return AppInstanceUserSummary.builder()
                .appInstanceUserArn(user.arn().text())
                .name(user.name())
                .metadata(user.profile().metadata().orElse(null))
                .build();
    }

    public static @Nullable ExpirationSettings expiration(Lifetime lifetime) {
        return lifetime.expirationDays()
                .map(days -> ExpirationSettings.builder()
                        .expirationDays(days)
                        .expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)
                        .build())
                .orElse(null);
    }

    public static software.amazon.awssdk.services.chimesdkidentity.model.AppInstance appInstance(
            AppInstance appInstance) {
        return software.amazon.awssdk.services.chimesdkidentity.model.AppInstance.builder()
                .appInstanceArn(appInstance.arn().text())
                .name(appInstance.profile().name())
                .metadata(appInstance.profile().metadata().orElse(null))
                .createdTimestamp(appInstance.profile().created())
                .lastUpdatedTimestamp(appInstance.profile().updated())
                .build();
    }

    public static AppInstanceSummary appInstanceSummary(AppInstance appInstance) {
        return AppInstanceSummary.builder()
                .appInstanceArn(appInstance.arn().text())
                .name(appInstance.profile().name())
                .metadata(appInstance.profile().metadata().orElse(null))
                .build();
    }

    public static AppInstanceAdmin admin(AppInstanceUser admin) {
        return AppInstanceAdmin.builder()
                .admin(identity(admin))
                .appInstanceArn(admin.appInstance().text())
                .createdTimestamp(admin.adminSince().orElseThrow())
                .build();
    }

    public static AppInstanceAdminSummary adminSummary(AppInstanceUser admin) {
        return AppInstanceAdminSummary.builder().admin(identity(admin)).build();
    }

    public static Identity identity(AppInstanceUser user) {
        return Identity.builder().arn(user.arn().text()).name(user.name()).build();
    }

    /** Converts the tags of a request. */
    public static TreePMap<String, String> tags(List<Tag> tags) {
        TreePMap<String, String> all = TreePMap.empty();
        for (Tag tag : tags) {
            all = all.plus(tag.key(), tag.value());
        }
        return all;
    }
}
