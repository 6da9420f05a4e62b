package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_ADMIN;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MODERATOR;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.QuotaConstraints;
import io.github.chimefake.quotas.Quota;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Trials of {@link QuotaConstraints}: each quota is set so low that the first requests reach it. */
final class QuotaTrials {
    private QuotaTrials() {}

    static Stream<Trial> all() {
        return Stream.of(channels(), members(), elastic(), flows(), identity()).flatMap(trials -> trials);
    }

    /** Sets the quota for the call at the bound, too. */
    private static Trial trial(Quota quota, int limit, Operation operation, Object[] at, Object[] over) {
        return Trial.of(
                QuotaConstraints.of(quota),
                operation,
                scene -> {
                    scene.chime.quotas().set(quota, limit);
                    scene.call(operation, at);
                },
                scene -> scene.call(operation, over));
    }

    private static Trial trial(
            Quota quota, int limit, Operation operation, Function<Scene, Object[]> at, Function<Scene, Object[]> over) {
        return Trial.of(
                QuotaConstraints.of(quota),
                operation,
                scene -> {
                    scene.chime.quotas().set(quota, limit);
                    scene.call(operation, at.apply(scene));
                },
                scene -> scene.call(operation, over.apply(scene)));
    }

    private static Stream<Trial> channels() {
        return Stream.of(
                trial(Quota.CHANNELS_PER_APP_INSTANCE, 2, CREATE_CHANNEL, with(), with("Name", "another")),
                trial(
                        Quota.MODERATORS_PER_CHANNEL,
                        2,
                        CREATE_CHANNEL_MODERATOR,
                        scene -> with("ChannelModeratorArn", scene.bob.arn()),
                        scene -> with("ChannelModeratorArn", scene.carol.arn())),
                trial(
                        Quota.MODERATORS_PER_CHANNEL,
                        2,
                        CREATE_CHANNEL,
                        scene -> with("ModeratorArns", List.of(scene.bob.arn())),
                        scene -> with("ModeratorArns", List.of(scene.bob.arn(), scene.carol.arn()))));
    }

    private static Stream<Trial> members() {
        return Stream.of(
                trial(
                        Quota.MEMBERSHIPS_PER_CHANNEL,
                        3,
                        CREATE_CHANNEL,
                        scene -> with("MemberArns", List.of(scene.bob.arn(), scene.carol.arn())),
                        scene -> with("MemberArns", List.of(scene.bob.arn(), scene.carol.arn(), scene.dave.arn()))),
                trial(
                        Quota.MEMBERSHIPS_PER_CHANNEL,
                        3,
                        CREATE_CHANNEL_MEMBERSHIP,
                        scene -> with("MemberArn", scene.carol.arn()),
                        scene -> with("MemberArn", scene.dave.arn())),
                trial(
                        Quota.MEMBERSHIPS_PER_CHANNEL,
                        3,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        scene -> with("MemberArns", List.of(scene.carol.arn())),
                        scene -> with("MemberArns", List.of(scene.dave.arn()))),
                trial(Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER, 2, CREATE_CHANNEL, with(), with("Name", "another")),
                trial(
                        Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER,
                        1,
                        CREATE_CHANNEL_MEMBERSHIP,
                        scene -> with("MemberArn", scene.carol.arn()),
                        scene -> with("MemberArn", scene.carol.arn(), "ChannelArn", second(scene))),
                trial(
                        Quota.MEMBERSHIPS_PER_APP_INSTANCE_USER,
                        1,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        scene -> with("MemberArns", List.of(scene.carol.arn())),
                        scene -> with("MemberArns", List.of(scene.carol.arn()), "ChannelArn", second(scene))));
    }

    private static String second(Scene scene) {
        return scene.chime.channel("second").moderators(scene.alice).create().arn();
    }

    private static Stream<Trial> elastic() {
        return Stream.of(
                trial(
                        Quota.ELASTIC_CHANNELS_PER_APP_INSTANCE,
                        1,
                        CREATE_CHANNEL,
                        with("ElasticChannelConfiguration", SceneRequests.elastic(2, 2)),
                        with("ElasticChannelConfiguration", SceneRequests.elastic(2, 2), "Name", "another")),
                Trial.of(
                        QuotaConstraints.of(Quota.SUB_CHANNELS_PER_ELASTIC_CHANNEL),
                        CREATE_CHANNEL,
                        scene -> scene.arena("ElasticChannelConfiguration", SceneRequests.elastic(100, 2)),
                        scene -> scene.arena("ElasticChannelConfiguration", SceneRequests.elastic(101, 2))),
                Trial.of(
                        QuotaConstraints.of(Quota.MEMBERSHIPS_PER_SUB_CHANNEL),
                        CREATE_CHANNEL,
                        scene -> scene.arena("ElasticChannelConfiguration", SceneRequests.elastic(2, 1000)),
                        scene -> scene.arena("ElasticChannelConfiguration", SceneRequests.elastic(2, 1001))));
    }

    private static Stream<Trial> flows() {
        List<Map<String, Object>> one = List.of(SceneRequests.processor(SceneRequests.LAMBDA, 1));
        List<Map<String, Object>> two = List.of(
                SceneRequests.processor(SceneRequests.LAMBDA, 1), SceneRequests.processor(SceneRequests.LAMBDA, 2));
        return Stream.of(
                trial(Quota.CHANNEL_FLOWS_PER_APP_INSTANCE, 1, CREATE_CHANNEL_FLOW, with(), with("Name", "another")),
                trial(
                        Quota.PROCESSORS_PER_CHANNEL_FLOW,
                        1,
                        CREATE_CHANNEL_FLOW,
                        with("Processors", one),
                        with("Processors", two)),
                Trial.of(
                        QuotaConstraints.PROCESSORS_OF_AN_UPDATE,
                        UPDATE_CHANNEL_FLOW,
                        scene -> scene.call(UPDATE_CHANNEL_FLOW, "Processors", one, "ChannelFlowArn", scene.flow()),
                        scene -> scene.call(UPDATE_CHANNEL_FLOW, "Processors", two, "ChannelFlowArn", scene.flow())));
    }

    private static Stream<Trial> identity() {
        return Stream.of(
                trial(Quota.APP_INSTANCES_PER_ACCOUNT, 2, CREATE_APP_INSTANCE, with(), with("Name", "another")),
                trial(
                        Quota.APP_INSTANCE_USERS_PER_APP_INSTANCE,
                        6,
                        CREATE_APP_INSTANCE_USER,
                        with("AppInstanceUserId", "frank"),
                        with("AppInstanceUserId", "grace")),
                trial(
                        Quota.APP_INSTANCE_ADMINS_PER_APP_INSTANCE,
                        2,
                        CREATE_APP_INSTANCE_ADMIN,
                        scene -> with("AppInstanceAdminArn", scene.bob.arn()),
                        scene -> with("AppInstanceAdminArn", scene.carol.arn())),
                trial(
                        Quota.ENDPOINTS_PER_APP_INSTANCE_USER,
                        1,
                        REGISTER_APP_INSTANCE_USER_ENDPOINT,
                        with(),
                        with("Name", "another")));
    }
}
