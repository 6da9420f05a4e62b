package io.github.chimefake.call;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Whom, what and where: the calls that a rule, a fault or an assertion means. A part that is empty means any.
 *
 * @param operations which operations; empty for all
 * @param user which bearer
 * @param caller which caller, whatever its keys are by now
 * @param channelArn on which channel
 */
public record CallFilter(
        Set<Operation> operations,
        Optional<ChimeUser> user,
        Optional<ChimeCaller> caller,
        Optional<String> channelArn) {
    /** Every call. */
    public static final CallFilter ANY = new CallFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public CallFilter {
        operations = Set.copyOf(operations);
    }

    /** These operations instead of those so far. */
    public CallFilter on(Operation first, Operation... more) {
        return new CallFilter(EnumSet.of(first, more), user, caller, channelArn);
    }

    /** Only calls with this user as the bearer. */
    public CallFilter by(ChimeUser bearer) {
        return new CallFilter(operations, Optional.of(bearer), caller, channelArn);
    }

    /** Only calls signed by this caller. */
    public CallFilter by(ChimeCaller signer) {
        return new CallFilter(operations, user, Optional.of(signer), channelArn);
    }

    /** Only calls on this channel. */
    public CallFilter inChannel(String arn) {
        return new CallFilter(operations, user, caller, Optional.of(arn));
    }

    /** Whether the call is one that is meant. */
    public boolean matches(Call call) {
        return (operations.isEmpty() || operations.contains(call.operation()))
                && (user.isEmpty() || call.bearer().equals(user.map(ChimeUser::arn)))
                && (caller.isEmpty() || caller.get().isSameAs(call.caller()))
                && (channelArn.isEmpty() || call.resources().channel().equals(channelArn));
    }

    /** In words, for example {@code SendChannelMessage by alice in channel arn:…}. */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(" ");
        words.add(
                operations.isEmpty()
                        ? "any operation"
                        : operations.stream().sorted().map(Operation::awsName).collect(Collectors.joining(", ")));
        user.ifPresent(bearer -> words.add("by " + bearer.name()));
        caller.ifPresent(signer -> words.add("by " + signer));
        channelArn.ifPresent(arn -> words.add("in channel " + arn));
        return words.toString();
    }
}
