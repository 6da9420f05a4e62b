package io.github.chimefake.internal.messaging.events;

import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.messaging.state.Members;
import java.util.Collection;
import java.util.Collections;
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

    /** Returns the members of a channel, hidden ones included. */
    static Audience of(Members members) {
        return new Audience(user -> members.find(user).isPresent(), receivers -> {
            receivers.addAll(members.visible().keySet());
            receivers.addAll(members.hidden().keySet());
        });
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
