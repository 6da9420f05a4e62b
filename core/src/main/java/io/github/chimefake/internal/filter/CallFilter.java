package io.github.chimefake.internal.filter;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects calls by operation, user, caller, channel, app instance and request. An empty component matches any value.
 *
 * @param user the bearer
 * @param caller the principal that signed, with any of its access keys
 * @param appInstance the app instance that the call names something of, or, if it names no such thing, that its bearer is in
 */
public record CallFilter(
        Set<Operation> operations,
        Optional<ChimeUser> user,
        Optional<ChimeCaller> caller,
        Optional<ChannelArn> channel,
        Optional<AppInstanceArn> appInstance,
        Optional<RequestFilter<?>> request) {
    /** Selects every call. */
    public static final CallFilter ANY = new CallFilter(
            Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public CallFilter {
        operations = Set.copyOf(operations);
    }

    /** Selects these operations instead of those so far. */
    public CallFilter on(Operation first, Operation... more) {
        return on(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** Selects these operations instead of those so far; all operations if there are none. */
    public CallFilter on(Collection<? extends Operation> others) {
        return new CallFilter(Set.copyOf(others), user, caller, channel, appInstance, request);
    }

    /** Selects only calls with this user as the bearer. */
    public CallFilter by(ChimeUser bearer) {
        return new CallFilter(operations, Optional.of(bearer), caller, channel, appInstance, request);
    }

    /** Selects only calls signed by this caller. */
    public CallFilter by(ChimeCaller signer) {
        return new CallFilter(operations, user, Optional.of(signer), channel, appInstance, request);
    }

    /**
     * Selects only calls on this channel.
     *
     * @throws IllegalArgumentException if it is not the ARN of a channel
     */
    public CallFilter inChannel(String arn) {
        if (!(Arn.of(arn) instanceof ChannelArn named) || named.id().isEmpty()) {
            throw new IllegalArgumentException("inChannel(\"" + arn + "\"): expected the ARN of a channel, for example"
                    + " arn:aws:chime:us-east-1:111122223333:app-instance/chat/channel/general");
        }
        return new CallFilter(operations, user, caller, Optional.of(named), appInstance, request);
    }

    /**
     * Selects only calls on this app instance or something in it; calls that name no such thing count by their bearer.
     *
     * @throws IllegalArgumentException if it is not the ARN of an app instance
     */
    public CallFilter inAppInstance(String arn) {
        if (!(Arn.of(arn) instanceof AppInstanceArn named)) {
            throw new IllegalArgumentException(
                    "inAppInstance(\"" + arn + "\"): expected the ARN of an app instance, for"
                            + " example arn:aws:chime:us-east-1:111122223333:app-instance/chat");
        }
        return new CallFilter(operations, user, caller, channel, Optional.of(named), request);
    }

    /** Selects only calls with such requests. */
    public CallFilter matching(RequestFilter<?> requests) {
        return new CallFilter(operations, user, caller, channel, appInstance, Optional.of(requests));
    }

    /**
     * Returns this filter if it can select any call. To be called before something is registered that would never apply.
     *
     * @throws IllegalArgumentException if a user or a channel is named, and only operations that have neither
     */
    public CallFilter requireSatisfiable() {
        if (user.isPresent() || channel.isPresent()) {
            requireBearers(toString(), "Leave out by(user) and inChannel(…)");
        }
        return this;
    }

    /**
     * Checks that some operation of these has a bearer and maybe a channel. Those of identity have neither.
     *
     * @param words a description of what is asked for
     * @param advice what to do, other than to name operations of messaging
     * @throws IllegalArgumentException if none has
     */
    public void requireBearers(String words, String advice) {
        if (!operations.isEmpty()
                && operations.stream().allMatch(operation -> operation.service() == ChimeService.IDENTITY)) {
            throw new IllegalArgumentException(
                    "No call is ever \"" + words
                            + "\": operations of the identity service have no bearer and no channel. " + advice
                            + ", or name operations of messaging. by(caller), inAppInstance(arn) and matching(…) apply to both services");
        }
    }

    /** Returns whether the call is selected. Must not be called with a lock held. */
    public boolean matches(Call call) {
        return matches(call, UserCode.DIRECT, () -> "\"" + this + "\"");
    }

    /**
     * Returns whether the call is selected. Must not be called with a lock held, as a predicate of the user may run.
     *
     * @param userCode runs the predicate
     * @param owner what the filter belongs to, for the explanation if the predicate throws
     * @throws ServiceErrorException if the predicate throws
     */
    public boolean matches(Call call, UserCode userCode, Supplier<String> owner) {
        return (operations.isEmpty() || operations.contains(call.operation()))
                && (user.isEmpty() || isBearer(call, user.get()))
                && (caller.isEmpty() || caller.get().isSameAs(call.caller()))
                && (channel.isEmpty() || call.resources().channel().equals(channel))
                && (appInstance.isEmpty() || appInstances(call).contains(appInstance.get()))
                && (request.isEmpty() || request.get().matches(call.request(), userCode, owner));
    }

    private static boolean isBearer(Call call, ChimeUser user) {
        return call.bearer().filter(bearer -> bearer.text().equals(user.arn())).isPresent();
    }

    private static Set<AppInstanceArn> appInstances(Call call) {
        Set<AppInstanceArn> named = Stream.concat(
                        call.resources().channel().stream(), call.resources().others().stream())
                .flatMap(arn -> arn.owner().stream())
                .collect(Collectors.toSet());
        return named.isEmpty() ? call.bearer().flatMap(Arn::owner).map(Set::of).orElseGet(Set::of) : named;
    }

    /** Returns a description, for example {@code SendChannelMessage by alice in channel arn:…}. */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(" ");
        words.add(operationsInWords());
        user.ifPresent(bearer -> words.add("by " + bearer.name()));
        caller.ifPresent(signer -> words.add("by " + signer));
        channel.ifPresent(arn -> words.add("in channel " + arn));
        appInstance.ifPresent(arn -> words.add("in app instance " + arn));
        request.ifPresent(requests -> words.add(requests.toString()));
        return words.toString();
    }

    private String operationsInWords() {
        if (operations.isEmpty()) {
            return "any operation";
        }
        return operations.equals(ChimeService.MESSAGING.operations())
                ? "any operation of messaging"
                : operations.stream().map(Operation::awsName).sorted().collect(Collectors.joining(", "));
    }
}
