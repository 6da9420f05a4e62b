package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.junit.jupiter.DenyCalls;
import io.github.chimefake.junit.jupiter.FailCalls;
import io.github.chimefake.junit.jupiter.InjectFault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The calls that {@link DenyCalls}, {@link FailCalls} or {@link InjectFault} selects, checked.
 *
 * @param where the annotation and its place, for example {@code @DenyCalls on class ChatTest}
 * @param by id or ARN of a user; empty for any
 * @param byCaller principal of a caller; empty for any
 * @param channel id or ARN of a channel; empty for any
 * @param member id or ARN of a member of a batch; empty for the whole call
 * @param mayBeMissing whether user, caller and channel need not exist when the test method starts
 */
record DeclaredCalls(
        String where,
        List<Operation> operations,
        List<OperationGroup> groups,
        String by,
        String byCaller,
        List<ChannelRole> roles,
        String channel,
        String member,
        boolean mayBeMissing) {
    private static final String APP_INSTANCE = "arn:[^:/]+:chime:[^:/]*:[^:/]*:app-instance/[^:/]+";
    private static final String ID = "[A-Za-z0-9:._@-]+";
    private static final Pattern BEARER = Pattern.compile(APP_INSTANCE + "/(user|bot)/" + ID);
    private static final Pattern CHANNEL = Pattern.compile(APP_INSTANCE + "/channel/" + ID);

    DeclaredCalls {
        if (operations.isEmpty() && groups.isEmpty()) {
            throw new ExtensionConfigurationException(where + " names no operation. Name at least one, for example"
                    + " on = SEND_CHANNEL_MESSAGE, or a group of operations, for example onGroup = WRITE");
        }
        Optional<Operation> identity = operations.stream()
                .filter(operation -> operation.service() == ChimeService.IDENTITY)
                .findFirst();
        if (identity.isPresent()) {
            requireNone(where, identity.get(), "by", by.isEmpty() ? "" : '"' + by + '"');
            requireNone(
                    where,
                    identity.get(),
                    "byRole",
                    roles.isEmpty() ? "" : roles.get(0).name());
            requireNone(where, identity.get(), "inChannel", channel.isEmpty() ? "" : '"' + channel + '"');
        }
    }

    /** A rule that can never apply would make a test that proves nothing. */
    private static void requireNone(String where, Operation identity, String member, String value) {
        if (!value.isEmpty()) {
            throw new ExtensionConfigurationException(where + " has on = " + identity.name() + " and " + member + " = "
                    + value + ", but calls of Chime SDK identity have no bearer, no role and no channel. Leave out "
                    + member + ", or name operations of messaging only");
        }
    }

    Operation firstOperation() {
        return allOperations().get(0);
    }

    Operation[] otherOperations() {
        return allOperations().stream().skip(1).toArray(Operation[]::new);
    }

    private List<Operation> allOperations() {
        return Stream.concat(operations.stream(), groups.stream().flatMap(group -> group.operations().stream()))
                .distinct()
                .toList();
    }

    /** Returns the user that is selected. A rule about a user registers none. */
    Optional<ChimeUser> user(ChimeMessagingServer chime) {
        return arn("by", "user", by, BEARER, chime).map(ChimeUser::of);
    }

    /** Returns what stands for the callers that are selected. */
    Optional<ChimeCaller> caller(ChimeMessagingServer chime) {
        if (byCaller.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TestIsolation.of(chime).callersOf(byCaller));
        } catch (IllegalArgumentException wrong) {
            throw new ExtensionConfigurationException(
                    where + " has byCaller = \"" + byCaller + "\". " + wrong.getMessage(), wrong);
        }
    }

    /** Returns the member of a batch that is selected. */
    Optional<ChimeUser> batchMember(ChimeMessagingServer chime) {
        return arn("member", "user", member, BEARER, chime).map(ChimeUser::of);
    }

    /** Returns the ARN of the channel that is selected. */
    Optional<String> channelArn(ChimeMessagingServer chime) {
        return arn("inChannel", "channel", channel, CHANNEL, chime);
    }

    /**
     * Checks that the user, the caller and the channel exist.
     *
     * @throws ExtensionConfigurationException if one does not, and need not be there
     */
    void requireNamed(ChimeMessagingServer chime) {
        if (!mayBeMissing) {
            TestIsolation isolation = TestIsolation.of(chime);
            user(chime).ifPresent(user -> requireNamed("by", by, () -> isolation.requireUser(user)));
            caller(chime).ifPresent(named -> requireNamed("byCaller", byCaller, () -> isolation.requireCaller(named)));
            batchMember(chime).ifPresent(user -> requireNamed("member", member, () -> isolation.requireUser(user)));
            channelArn(chime)
                    .map(ChimeChannel::of)
                    .ifPresent(named -> requireNamed("inChannel", channel, () -> isolation.requireChannel(named)));
        }
    }

    private void requireNamed(String member, String value, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException missing) {
            throw new ExtensionConfigurationException(
                    where + " has " + member + " = \"" + value + "\", but when the test method started, "
                            + missing.getMessage() + " Correct the annotation, or create what it names before the test,"
                            + " for example in @BeforeEach. If it is meant to be missing, because the test itself"
                            + " creates it, add mayBeMissing = true",
                    missing);
        }
    }

    private Optional<String> arn(
            String member, String type, String value, Pattern expected, ChimeMessagingServer chime) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String arn =
                value.startsWith("arn:") ? value : defaultAppInstance(member, value, chime) + "/" + type + "/" + value;
        if (!expected.matcher(arn).matches()) {
            throw new ExtensionConfigurationException(where + " has " + member + " = \"" + value
                    + "\", which is neither the id nor the ARN of a " + type + ". Give an id, or an ARN, for example"
                    + " arn:aws:chime:us-east-1:111122223333:app-instance/chat/" + type + "/1");
        }
        return Optional.of(arn);
    }

    private String defaultAppInstance(String member, String id, ChimeMessagingServer chime) {
        try {
            return chime.appInstance().arn();
        } catch (IllegalStateException none) {
            throw new ExtensionConfigurationException(
                    where + " has " + member + " = \"" + id
                            + "\", an id within the default app instance, but the fake is"
                            + " started without one. Give an ARN, or start the fake with an app instance",
                    none);
        }
    }
}
