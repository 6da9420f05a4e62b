package io.github.chimefake.junit.jupiter.internal.settings;

import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.junit.jupiter.internal.report.PrivilegeReports;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The settings that {@link ChimeMessagingFake} declares. */
public final class AnnotationSettings {
    private AnnotationSettings() {}

    /**
     * Returns the settings of an annotation.
     *
     * @param where the annotation and its place, for example {@code @ChimeMessagingFake on class ChatTest}
     * @throws ExtensionConfigurationException if one is wrong
     */
    public static FakeSettings of(ChimeMessagingFake annotation, String where) {
        FakeSettings settings = FakeSettings.DEFAULTS
                .withName(annotation.name())
                .plusUsers(List.of(annotation.users()))
                .withUnusedSetup(annotation.unusedSetup())
                .withPort(annotation.port())
                .withReset(annotation.reset());
        if (!annotation.region().isEmpty()) {
            settings = settings.plus("region", builder -> builder.region(annotation.region()));
        }
        if (!annotation.appInstance().isEmpty()) {
            settings = settings.plus("appInstance", builder -> builder.appInstance(annotation.appInstance()));
        }
        if (annotation.withoutAppInstance()) {
            settings = settings.plus("withoutAppInstance", ChimeMessagingServerBuilder::withoutAppInstance);
        }
        if (!annotation.account().isEmpty()) {
            settings = settings.plus("account", builder -> builder.account(annotation.account()));
        }
        if (!annotation.clock().isEmpty()) {
            Clock clock = Clock.fixed(instant(annotation.clock(), where), ZoneOffset.UTC);
            settings = settings.plus("clock", builder -> builder.clock(clock));
        }
        if (annotation.seed() != 0) {
            settings = settings.plus("seed", builder -> builder.seed(annotation.seed()));
        }
        return annotation.leastPrivilege().isEmpty()
                ? settings
                : settings.withLeastPrivilegeFile(
                        PrivilegeReports.path(annotation.leastPrivilege(), "leastPrivilege of " + where));
    }

    private static Instant instant(String text, String where) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new ExtensionConfigurationException(
                    where + " has clock = \"" + text
                            + "\", which is not an instant in ISO 8601. Give one, for example 2026-01-31T12:00:00Z, or leave"
                            + " it out for the system clock",
                    wrong);
        }
    }
}
