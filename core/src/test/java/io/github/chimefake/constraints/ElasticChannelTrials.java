package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.GET_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;
import static io.github.chimefake.Operation.PUT_CHANNEL_MEMBERSHIP_PREFERENCES;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_READ_MARKER;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.ElasticChannelConstraints;
import io.github.chimefake.quotas.Quota;
import java.util.List;
import java.util.stream.Stream;

/** Trials of {@link ElasticChannelConstraints}. */
final class ElasticChannelTrials {
    private ElasticChannelTrials() {}

    static Stream<Trial> all() {
        return Stream.concat(creations(), uses());
    }

    private static Stream<Trial> creations() {
        return Stream.of(
                Trial.of(
                        ElasticChannelConstraints.RESTRICTED,
                        CREATE_CHANNEL,
                        scene -> scene.arena("Mode", "RESTRICTED"),
                        scene -> scene.arena("Mode", "UNRESTRICTED")),
                Trial.of(
                        ElasticChannelConstraints.RESTRICTED,
                        UPDATE_CHANNEL,
                        scene -> scene.call(UPDATE_CHANNEL, "Mode", "UNRESTRICTED"),
                        scene -> scene.call(UPDATE_CHANNEL, "Mode", "UNRESTRICTED", "ChannelArn", scene.arena())),
                Trial.of(
                        ElasticChannelConstraints.NO_FIRST_MEMBERS,
                        CREATE_CHANNEL,
                        scene -> scene.arena("ModeratorArns", List.of(scene.bob.arn())),
                        scene -> scene.arena("MemberArns", List.of(scene.bob.arn()))),
                Trial.of(
                        ElasticChannelConstraints.REGION,
                        CREATE_CHANNEL,
                        Scene::arena,
                        scene -> scene.elsewhere("eu-central-1").arena()),
                Trial.of(
                        ElasticChannelConstraints.CAPACITY,
                        CREATE_CHANNEL,
                        scene -> large(scene, 1000),
                        scene -> large(scene, 1001)));
    }

    private static void large(Scene scene, int subChannels) {
        scene.chime.quotas().set(Quota.SUB_CHANNELS_PER_ELASTIC_CHANNEL, 1001);
        scene.arena("ElasticChannelConfiguration", SceneRequests.elastic(subChannels, 1000));
    }

    private static Stream<Trial> uses() {
        return Stream.of(
                Trial.of(
                        ElasticChannelConstraints.NO_HIDDEN_MEMBERS,
                        CREATE_CHANNEL_MEMBERSHIP,
                        scene -> scene.call(CREATE_CHANNEL_MEMBERSHIP, "ChannelArn", scene.arena(), "Type", "DEFAULT"),
                        scene -> scene.call(CREATE_CHANNEL_MEMBERSHIP, "ChannelArn", scene.arena(), "Type", "HIDDEN")),
                Trial.of(
                        ElasticChannelConstraints.NO_HIDDEN_MEMBERS,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        scene -> scene.batch("ChannelArn", scene.arena(), "Type", "DEFAULT"),
                        scene -> scene.batch("ChannelArn", scene.arena(), "Type", "HIDDEN")),
                byMember(ElasticChannelConstraints.NO_PREFERENCES, GET_CHANNEL_MEMBERSHIP_PREFERENCES),
                byMember(ElasticChannelConstraints.NO_PREFERENCES, PUT_CHANNEL_MEMBERSHIP_PREFERENCES),
                byMember(ElasticChannelConstraints.NO_READ_MARKERS, UPDATE_CHANNEL_READ_MARKER),
                Trial.of(
                        ElasticChannelConstraints.NOT_OF_MODERATORS,
                        DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER,
                        scene -> scene.call(DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER),
                        scene -> scene.call(
                                DESCRIBE_CHANNEL_MODERATED_BY_APP_INSTANCE_USER, "ChannelArn", scene.arena())),
                Trial.of(
                        ElasticChannelConstraints.ELASTIC_ONLY,
                        LIST_SUB_CHANNELS,
                        scene -> scene.call(LIST_SUB_CHANNELS, "ChannelArn", scene.arena()),
                        scene -> scene.call(LIST_SUB_CHANNELS)));
    }

    /** By bob, who is a member of both channels. */
    private static Trial byMember(DocumentedConstraint constraint, Operation operation) {
        return Trial.of(
                constraint, operation, scene -> scene.call(operation, "ChimeBearer", scene.bob.arn()), scene -> {
                    String arena = scene.arena();
                    scene.join(arena, scene.bob);
                    scene.call(operation, "ChannelArn", arena, "ChimeBearer", scene.bob.arn());
                });
    }
}
