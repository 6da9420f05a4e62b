package io.github.chimefake.internal.messaging.state;

import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.MemberArn;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;

/**
 * The members of a channel by ARN, which is also the order of lists. Hidden members are separate, because they are
 * listed separately.
 *
 * @param visible the members of type DEFAULT
 * @param hidden the members of type HIDDEN
 */
public record Members(TreePMap<MemberArn, Membership> visible, TreePMap<MemberArn, Membership> hidden) {
    static final Members NONE = new Members(TreePMap.empty(), TreePMap.empty());

    public Optional<Membership> find(Arn member) {
        return Optional.ofNullable(visible.get(member)).or(() -> Optional.ofNullable(hidden.get(member)));
    }

    public TreePMap<MemberArn, Membership> ofType(ChannelMembershipType type) {
        return type == ChannelMembershipType.HIDDEN ? hidden : visible;
    }

    public int size() {
        return visible.size() + hidden.size();
    }

    boolean isEmpty() {
        return visible.isEmpty() && hidden.isEmpty();
    }

    /** Returns any member. */
    MemberArn first() {
        return visible.isEmpty() ? hidden.firstKey() : visible.firstKey();
    }

    public Members plus(Membership membership) {
        Members rest = minus(membership.member());
        return membership.isHidden()
                ? new Members(rest.visible, rest.hidden.plus(membership.member(), membership))
                : new Members(rest.visible.plus(membership.member(), membership), rest.hidden);
    }

    Members minus(MemberArn member) {
        return new Members(visible.minus(member), hidden.minus(member));
    }
}
