package io.github.chimefake.internal.messaging.rules;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import java.util.Optional;

/** The condition under which a role may call an operation: one cell of the {@link RoleMatrix}. */
enum RoleCondition implements RoleMatrix.Cell {
    ALWAYS("", (access, subject) -> true),
    NEVER("never", (access, subject) -> false),
    PUBLIC("in PUBLIC channels", (access, subject) -> access.channel().isPublic()),
    UNRESTRICTED(
            "in UNRESTRICTED channels", (access, subject) -> !access.channel().isRestricted()),
    OWN("on its own resources", RoleCondition::own),
    OWN_UNLESS_HIDDEN(
            "on its own, unless its membership is HIDDEN",
            (access, subject) -> own(access, subject) && !access.isHiddenMember()),
    UNLESS_HIDDEN("unless its membership is HIDDEN", (access, subject) -> !access.isHiddenMember()),
    OWN_OR_UNRESTRICTED(
            "on its own resources, and on any in UNRESTRICTED channels",
            (access, subject) -> own(access, subject) || !access.channel().isRestricted()),
    OWN_IN_PUBLIC(
            "for itself in PUBLIC channels",
            (access, subject) -> own(access, subject) && access.channel().isPublic()),
    UNRESTRICTED_OR_OWN_IN_PUBLIC(
            "in UNRESTRICTED channels, and for itself in PUBLIC ones",
            (access, subject) -> !access.channel().isRestricted()
                    || (own(access, subject) && access.channel().isPublic())),
    UNLESS_ELASTIC(
            "unless the channel is elastic",
            (access, subject) -> !access.channel().isElastic()),
    OWN_UNLESS_ELASTIC(
            "on its own resources, unless the channel is elastic",
            (access, subject) -> own(access, subject) && !access.channel().isElastic()),
    IF_MEMBER("if it is also a member", (access, subject) -> access.roles().contains(ChannelRole.MEMBER));

    /** Evaluates the condition for a bearer, a channel, and the user that the call applies to. */
    private interface Test {
        boolean holds(ChannelAccess access, Optional<? extends Arn> subject);
    }

    private final String description;
    private final Test test;

    RoleCondition(String description, Test test) {
        this.description = description;
        this.test = test;
    }

    boolean holds(ChannelAccess access, Optional<? extends Arn> subject) {
        return test.holds(access, subject);
    }

    private static boolean own(ChannelAccess access, Optional<? extends Arn> subject) {
        return subject.filter(access.bearer().arn()::equals).isPresent();
    }

    @Override
    public RoleCondition condition() {
        return this;
    }

    /** Returns DOCUMENTED, for the role tables. Other cells are wrapped in {@code RoleMatrix.assumed(…)}. */
    @Override
    public Provenance provenance() {
        return Provenance.DOCUMENTED;
    }

    /** Returns a description, for example {@code in PUBLIC channels}; empty for {@link #ALWAYS}. */
    @Override
    public String toString() {
        return description;
    }
}
