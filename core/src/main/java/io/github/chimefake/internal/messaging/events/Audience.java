package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.state.ChannelState;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who receives an event. Takes constant time until all receivers are asked for.
 *
 * @param test whether a user is one of them
 * @param all adds all of them to a set
 */
record Audience(Predicate<MemberArn> test, Consumer<Set<MemberArn>> all) {
    static final Audience NOBODY = of(Set.of());

    static Audience of(Collection<MemberArn> few) {
        return new Audience(few::contains, receivers -> receivers.addAll(few));
    }

    /** Returns the members of the channel, hidden ones included. */
    static Audience members(ChannelState channel) {
        return new Audience(channel::hasMember, receivers -> {
            receivers.addAll(channel.members().visible().keySet());
            receivers.addAll(channel.members().hidden().keySet());
        });
    }

    /** Returns the members of the sub-channel, if there is an id, or of the channel. */
    static Audience members(Optional<ChannelState> channel, Optional<String> subChannelId) {
        if (channel.isEmpty()) {
            return NOBODY;
        }
        return subChannelId
                .map(id -> channel.get()
                        .subChannel(id)
                        .map(subChannel -> of(subChannel.members()))
                        .orElse(NOBODY))
                .orElseGet(() -> members(channel.get()));
    }

    /** Returns this audience and one more user. */
    Audience and(MemberArn user) {
        return new Audience(test.or(user::equals), receivers -> {
            all.accept(receivers);
            receivers.add(user);
        });
    }

    /** Returns those of a few users that belong to this audience. */
    Audience only(Collection<MemberArn> few) {
        return of(few.stream().filter(test).toList());
    }

    Set<MemberArn> receivers() {
        SortedSet<MemberArn> receivers = new TreeSet<>();
        all.accept(receivers);
        return Collections.unmodifiableSortedSet(receivers);
    }
}
