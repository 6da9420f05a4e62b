package io.github.chimefake.internal.constraints;

import java.util.List;
import java.util.stream.Stream;

/**
 * All constraints that stand outside the service models. What the models state is in {@code protocol}, and who may call an
 * operation in the role matrix.
 */
public final class DocumentedConstraints {
    /** Constraints about one subject: a table of the page. */
    public record Group(String title, List<DocumentedConstraint> constraints) {}

    /** All constraints, in the order of the page. */
    public static final List<Group> GROUPS = List.of(
            new Group("Tags and metadata", TagConstraints.ALL),
            new Group("Requests in general", RequestConstraints.ALL),
            new Group("Messages", MessageConstraints.ALL),
            new Group("Filter rules", FilterRuleConstraints.ALL),
            new Group("Channels and members", ChannelConstraints.ALL),
            new Group("Elastic channels", ElasticChannelConstraints.ALL),
            new Group("Sub-channels", SubChannelConstraints.ALL),
            new Group("Channel flows", ChannelFlowConstraints.ALL),
            new Group("Streaming, bots and devices", ForeignResourceConstraints.ALL),
            new Group("Lifetimes", LifetimeConstraints.ALL),
            new Group("Quotas", QuotaConstraints.ALL));

    private DocumentedConstraints() {}

    /** Returns all constraints. */
    public static Stream<DocumentedConstraint> all() {
        return GROUPS.stream().flatMap(group -> group.constraints().stream());
    }
}
