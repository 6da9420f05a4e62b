package io.github.chimefake.junit.jupiter.internal.fakes;

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
 * @param server applied in this order to the builder of each fake
 * @param users ids of users to be registered
 * @param port the port of the first fake, 0 for a free one
 * @param reset when the fake of a class returns to its baseline
 * @param leastPrivilegeFile the file to which the policy is written that the tests needed
 * @param unusedSetup what is done about set-up that was not used
 */
public record FakeSettings(
        List<Consumer<ChimeMessagingServerBuilder>> server,
        List<String> users,
        int port,
        FakeReset reset,
        Optional<Path> leastPrivilegeFile,
        UnusedSetupMode unusedSetup) {
    public static final FakeSettings DEFAULTS =
            new FakeSettings(List.of(), List.of(), 0, FakeReset.EACH_TEST, Optional.empty(), UnusedSetupMode.DEFAULT);

    public FakeSettings plus(Consumer<ChimeMessagingServerBuilder> setting) {
        return new FakeSettings(
                append(server, Stream.of(setting)), users, port, reset, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings plusUsers(List<String> ids) {
        return new FakeSettings(server, append(users, ids.stream()), port, reset, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings withPort(int number) {
        return new FakeSettings(server, users, number, reset, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings withReset(FakeReset moment) {
        return new FakeSettings(server, users, port, moment, leastPrivilegeFile, unusedSetup);
    }

    public FakeSettings withLeastPrivilegeFile(Path file) {
        return new FakeSettings(server, users, port, reset, Optional.of(file), unusedSetup);
    }

    public FakeSettings withUnusedSetup(UnusedSetupMode mode) {
        return new FakeSettings(server, users, port, reset, leastPrivilegeFile, mode);
    }

    private static <T> List<T> append(List<T> list, Stream<T> more) {
        return Stream.concat(list.stream(), more).toList();
    }
}
