package io.github.chimefake.junit.jupiter.internal.settings;

import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.junit.jupiter.FakeReset;
import io.github.chimefake.junit.jupiter.UnusedSetupMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The settings of a fake, as an annotation or a field declares them. They are checked when a fake is built, so that a wrong one is
 * reported as a wrong configuration of the test class.
 *
 * @param name the name of the fake; empty for the one without a name
 * @param server applied in this order to the builder of each fake
 * @param users ids of users to be registered
 * @param port the port of the first fake, 0 for a free one
 * @param reset when the fake of a class returns to its baseline
 * @param leastPrivilegeFile the file to which the policy is written that the tests needed
 * @param unusedSetup what is done about set-up that was not used
 */
public record FakeSettings(
        String name,
        List<Setting> server,
        List<String> users,
        int port,
        FakeReset reset,
        Optional<Path> leastPrivilegeFile,
        UnusedSetupMode unusedSetup) {
    public static final FakeSettings DEFAULTS =
            new FakeSettings("", List.of(), List.of(), 0, FakeReset.DEFAULT, Optional.empty(), UnusedSetupMode.DEFAULT);

    /**
     * One setting of the builder of a fake.
     *
     * @param name the method of the builder, for example {@code region}
     */
    public record Setting(String name, Consumer<ChimeMessagingServerBuilder> effect) {}

    public FakeSettings withName(String text) {
        return new FakeSettings(text, server, users, port, reset, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings plus(String setting, Consumer<ChimeMessagingServerBuilder> effect) {
        return new FakeSettings(
                name,
                append(server, Stream.of(new Setting(setting, effect))),
                users,
                port,
                reset,
                leastPrivilegeFile,
                unusedSetup);
    }

    /** Returns whether a setting of the builder is declared. */
    public boolean declares(String setting) {
        return server.stream().anyMatch(each -> each.name().equals(setting));
    }

    public FakeSettings plusUsers(List<String> ids) {
        return new FakeSettings(
                name, server, append(users, ids.stream()), port, reset, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings withPort(int number) {
        return new FakeSettings(name, server, users, number, reset, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings withReset(FakeReset moment) {
        return new FakeSettings(name, server, users, port, moment, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings withLeastPrivilegeFile(Path file) {
        return new FakeSettings(name, server, users, port, reset, Optional.of(file), unusedSetup);
    }

    public FakeSettings withUnusedSetup(UnusedSetupMode mode) {
        return new FakeSettings(name, server, users, port, reset, leastPrivilegeFile, mode);
    }

    private static <T> List<T> append(List<T> list, Stream<T> more) {
        return Stream.concat(list.stream(), more).toList();
    }
}
