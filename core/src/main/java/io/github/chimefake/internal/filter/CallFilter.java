package io.github.chimefake.internal.filter;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeService;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.lifetime.UserCode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects calls by operation, user, caller, channel, app instance and request. An empty component matches any value.
 *
 * @param user the bearer
 * @param caller the principal, with any of its access keys
 * @param appInstance the app instance of the resources in the request, or of the bearer if the request has no resources
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

    /** Selects these operations instead of the current ones. */
    public CallFilter on(Operation first, Operation... more) {
        return on(Stream.concat(Stream.of(first), Stream.of(more)).toList());
    }

    /** Selects these operations instead of the current ones; all operations if the collection is empty. */
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
     * Selects only calls on this app instance or its resources. Calls without such resources are selected by the app
     * instance of the bearer.
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

    /** Selects only calls with requests that match. */
    public CallFilter matching(RequestFilter<?> requests) {
        return new CallFilter(operations, user, caller, channel, appInstance, Optional.of(requests));
    }

    /**
     * Returns this filter if it can select any call. Called before a registration, because it would never apply
     * otherwise.
     *
     * @throws IllegalArgumentException if the filter has a user or a channel, but only operations without one
     */
    public CallFilter requireSatisfiable() {
        if (user.isPresent()) {
            requireBearers(toString(), "Leave out by(user)");
        }
        if (channel.isPresent()) {
            requireChannels(toString(), "Leave out inChannel(…)");
        }
        return this;
    }

    /**
     * Checks that at least one operation has a bearer. Those of identity, and some of messaging, have none.
     *
     * @param words describes the requested calls
     * @param advice what to do instead, apart from selecting other operations
     * @throws IllegalArgumentException if none has one
     */
    public void requireBearers(String words, String advice) {
        requireOne(operation -> operation.bearer() != Operation.Bearer.NONE, "a bearer", words, advice);
    }

    /**
     * Checks that at least one operation is on a channel. Those of identity, and some of messaging, are not.
     *
     * @param words describes the requested calls
     * @param advice what to do instead, apart from selecting other operations
     * @throws IllegalArgumentException if none is
     */
    public void requireChannels(String words, String advice) {
        requireOne(operation -> operation.uriTemplate().contains("{channelArn}"), "a channel", words, advice);
    }

    private void requireOne(Predicate<Operation> suitable, String member, String words, String advice) {
        if (!operations.isEmpty() && operations.stream().noneMatch(suitable)) {
            boolean identity = operations.stream().allMatch(operation -> operation.service() == ChimeService.IDENTITY);
            throw new IllegalArgumentException("No call is ever \"" + words + "\": "
                    + (identity
                            ? "operations of the identity service have no bearer and no channel"
                            : "the requests of " + describeOperations() + " do not have " + member)
                    + ". " + advice + ", or name operations that have " + member
                    + ". by(caller), inAppInstance(arn) and matching(…) apply to all operations of both services");
        }
    }

    /** Returns whether calls of this operation can be selected. */
    public boolean selects(Operation operation) {
        return operations.isEmpty() || operations.contains(operation);
    }

    /** Returns whether the call is selected. Must not be called while holding a lock. */
    public boolean matches(Call call) {
        return matches(call, UserCode.DIRECT, () -> "\"" + this + "\"");
    }

    /**
     * Returns whether the call is selected. Must not be called while holding a lock, because it may run a predicate of
     * the user.
     *
     * @param userCode runs the predicate
     * @param owner describes the owner of the filter, for the explanation if the predicate throws
     * @throws ServiceErrorException if the predicate throws
     */
    public boolean matches(Call call, UserCode userCode, Supplier<String> owner) {
        return selects(call.operation())
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
        words.add(describeOperations());
        user.ifPresent(bearer -> words.add("by " + bearer.name()));
        caller.ifPresent(signer -> words.add("by " + signer));
        channel.ifPresent(arn -> words.add("in channel " + arn));
        appInstance.ifPresent(arn -> words.add("in app instance " + arn));
        request.ifPresent(requests -> words.add(requests.toString()));
        return words.toString();
    }

    /** Returns the steps that select the same calls, for example {@code .on(SEND_CHANNEL_MESSAGE).by(alice)}. */
    String steps() {
        return steps("by");
    }

    /**
     * Returns the steps that select the same calls.
     *
     * @param ofUser the method that selects the user
     */
    String steps(String ofUser) {
        StringBuilder steps = new StringBuilder();
        if (!operations.isEmpty()) {
            steps.append(".on(").append(groupOrNames()).append(')');
        }
        user.ifPresent(bearer -> steps.append('.')
                .append(ofUser)
                .append('(')
                .append(bearer.name())
                .append(')'));
        caller.ifPresent(signer -> steps.append(".by(")
                .append(ArnParts.parse(signer.principalArn()).resource())
                .append(')'));
        channel.ifPresent(arn -> steps.append(".inChannel(").append(arn.id()).append(')'));
        appInstance.ifPresent(
                arn -> steps.append(".inAppInstance(").append(arn.id()).append(')'));
        request.ifPresent(requests -> steps.append(".matching(")
                .append(requests.type().getSimpleName())
                .append(", …)"));
        return steps.toString();
    }

    private String groupOrNames() {
        return group().map(OperationGroup::name)
                .orElseGet(
                        () -> operations.stream().map(Operation::name).sorted().collect(Collectors.joining(", ")));
    }

    private Optional<OperationGroup> group() {
        return Stream.of(OperationGroup.values())
                .filter(group -> group.operations().equals(operations))
                .findFirst();
    }

    private String describeOperations() {
        if (operations.isEmpty()) {
            return "any operation";
        }
        return operations.equals(ChimeService.MESSAGING.operations())
                ? "any operation of messaging"
                : group().map(group -> "any operation of the group " + group)
                        .orElseGet(() -> operations.stream()
                                .map(Operation::awsName)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }
}
