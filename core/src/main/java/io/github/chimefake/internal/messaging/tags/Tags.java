package io.github.chimefake.internal.messaging.tags;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.constraints.TagConstraints;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StateExcerpts;
import java.util.List;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;

/** Tags of app instances, users, bots, channels and channel flows. */
public final class Tags {
    private Tags() {}

    public static TreePMap<String, String> of(List<Tag> tags) {
        return plus(TreePMap.empty(), tags);
    }

    /** Returns the tags with more added. The value of an existing key is replaced. */
    static TreePMap<String, String> plus(TreePMap<String, String> tags, List<Tag> more) {
        TreePMap<String, String> all = tags;
        for (Tag tag : more) {
            all = all.plus(tag.key(), tag.value());
        }
        return all;
    }

    static List<Tag> view(TreePMap<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    /**
     * Checks that the resource exists.
     *
     * @throws ServiceErrorException 403 if it does not; the model has no 404 here
     */
    static void requireResource(State state, Arn arn) {
        boolean known = state.directory().appInstance(arn).isPresent()
                || state.user(arn).isPresent()
                || state.channel(arn).isPresent()
                || state.flow(arn).isPresent();
        if (!known) {
            throw ServiceError.of(
                            Layer.STATE,
                            ChimeError.FORBIDDEN,
                            "There is no resource " + arn + ", and only existing resources have tags. "
                                    + sameKind(state, arn),
                            Provenance.ASSUMED)
                    .asException();
        }
    }

    /** Lists the first few existing resources of the same kind. */
    private static String sameKind(State state, Arn arn) {
        if (arn instanceof ChannelArn) {
            return StateExcerpts.channels(state, arn);
        }
        if (arn instanceof ChannelFlowArn) {
            return StateExcerpts.flows(state, arn);
        }
        return arn instanceof MemberArn ? StateExcerpts.users(state, arn) : StateExcerpts.appInstances(state);
    }

    /**
     * Checks the number of tags.
     *
     * @throws ServiceErrorException 400 if there are too many
     */
    static void requireAllowedNumber(Arn arn, TreePMap<String, String> tags) {
        TagConstraints.PER_RESOURCE.require(
                TagConstraints.isAllowedNumber(tags.size()),
                arn + " would have " + tags.size() + " tags, which is too many. Remove some with UntagResource first.");
    }
}
