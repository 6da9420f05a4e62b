package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_BAN;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_BAN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.ChannelConstraints;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Trials of {@link ChannelConstraints}. */
final class ChannelTrials {
    private ChannelTrials() {}

    static Stream<Trial> all() {
        return Stream.of(lists(), bans(), search()).flatMap(trials -> trials);
    }

    private static Stream<Trial> lists() {
        return Stream.of(
                Trial.of(
                        ChannelConstraints.ID_IS_FREE,
                        CREATE_CHANNEL,
                        with("ChannelId", "a"),
                        with("ChannelId", "a", "Name", "another")),
                Trial.of(
                        ChannelConstraints.PRIVATE_FOR_ADMINS,
                        LIST_CHANNELS,
                        scene -> scene.call(LIST_CHANNELS, "Privacy", "PRIVATE", "ChimeBearer", scene.admin.arn()),
                        scene -> scene.call(LIST_CHANNELS, "Privacy", "PRIVATE")),
                ofAnother(LIST_CHANNEL_MEMBERSHIPS_FOR_APP_INSTANCE_USER),
                ofAnother(LIST_CHANNELS_MODERATED_BY_APP_INSTANCE_USER),
                Trial.of(
                        ChannelConstraints.HIDDEN_FOR_MODERATORS,
                        LIST_CHANNEL_MEMBERSHIPS,
                        scene -> scene.call(LIST_CHANNEL_MEMBERSHIPS, "Type", "HIDDEN"),
                        scene -> scene.call(
                                LIST_CHANNEL_MEMBERSHIPS, "Type", "HIDDEN", "ChimeBearer", scene.bob.arn())));
    }

    private static Trial ofAnother(Operation operation) {
        return Trial.of(
                ChannelConstraints.OTHERS_FOR_ADMINS,
                operation,
                scene -> scene.call(operation, "AppInstanceUserArn", scene.bob.arn(), "ChimeBearer", scene.admin.arn()),
                scene -> scene.call(operation, "AppInstanceUserArn", scene.bob.arn()));
    }

    private static Stream<Trial> bans() {
        return Stream.of(
                Trial.of(
                        ChannelConstraints.NOT_BANNED,
                        CREATE_CHANNEL_MEMBERSHIP,
                        scene -> scene.call(CREATE_CHANNEL_MEMBERSHIP, "MemberArn", unbanned(scene)),
                        scene -> scene.call(CREATE_CHANNEL_MEMBERSHIP, "MemberArn", banned(scene))),
                Trial.of(
                        ChannelConstraints.NOT_BANNED,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        scene -> scene.batch("MemberArns", List.of(unbanned(scene))),
                        scene -> scene.batch("MemberArns", List.of(banned(scene)))),
                Trial.of(
                        ChannelConstraints.NO_MODERATOR_BANNED,
                        CREATE_CHANNEL_BAN,
                        scene -> scene.call(CREATE_CHANNEL_BAN, "MemberArn", scene.bob.arn()),
                        scene -> scene.call(
                                CREATE_CHANNEL_BAN, "MemberArn", scene.alice.arn(), "ChimeBearer", scene.admin.arn())),
                Trial.of(
                                ChannelConstraints.NO_MODERATOR_BANNED,
                                CREATE_CHANNEL_BAN,
                                scene -> scene.call(CREATE_CHANNEL_BAN, "MemberArn", scene.carol.arn()),
                                scene -> scene.call(CREATE_CHANNEL_BAN, "MemberArn", scene.admin.arn()))
                        .named("admin"));
    }

    private static String unbanned(Scene scene) {
        scene.call(CREATE_CHANNEL_BAN, "MemberArn", scene.carol.arn());
        scene.call(DELETE_CHANNEL_BAN, "MemberArn", scene.carol.arn());
        return scene.carol.arn();
    }

    private static String banned(Scene scene) {
        scene.call(CREATE_CHANNEL_BAN, "MemberArn", scene.dave.arn());
        return scene.dave.arn();
    }

    private static Stream<Trial> search() {
        return Stream.<Function<Scene, String>>of(scene -> "dave", scene -> scene.general.arn())
                .map(value -> Trial.of(
                        ChannelConstraints.SEARCHED_USERS,
                        SEARCH_CHANNELS,
                        scene -> search(scene, scene.dave.arn()),
                        scene -> search(scene, value.apply(scene))));
    }

    private static void search(Scene scene, String value) {
        scene.call(
                SEARCH_CHANNELS,
                "Fields",
                List.of(Map.of("Key", "MEMBERS", "Operator", "INCLUDES", "Values", List.of(value))));
    }
}
