package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.LIST_CHANNEL_MEMBERSHIPS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.SubChannelConstraints;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Trials of {@link SubChannelConstraints}. */
final class SubChannelTrials {
    private SubChannelTrials() {}

    static Stream<Trial> all() {
        return Stream.of(ofMessages(), own(), memberships(), elsewhere()).flatMap(trials -> trials);
    }

    private static Stream<Trial> ofMessages() {
        return SubChannelConstraints.OF_MESSAGES.operations().stream()
                .map(operation -> Trial.of(
                        SubChannelConstraints.OF_MESSAGES,
                        operation,
                        scene -> new Arena(scene).call(operation, "first"),
                        scene -> new Arena(scene).call(operation, "")));
    }

    private static Stream<Trial> own() {
        Stream<Trial> ofMembers = SubChannelConstraints.OWN.operations().stream()
                .map(operation -> Trial.of(
                        SubChannelConstraints.OWN,
                        operation,
                        scene -> new Arena(scene).call(operation, "first"),
                        scene -> new Arena(scene).call(operation, "second")));
        Stream<Trial> ofModerators = SubChannelConstraints.OWN_TO_WRITE.operations().stream()
                .map(operation -> Trial.of(
                        SubChannelConstraints.OWN_TO_WRITE,
                        operation,
                        scene -> new Arena(scene).callAsModerator(operation, "first"),
                        scene -> new Arena(scene).callAsModerator(operation, "second")));
        return Stream.concat(ofMembers, ofModerators);
    }

    private static Stream<Trial> memberships() {
        return Stream.of(
                Trial.of(
                        SubChannelConstraints.OF_MODERATORS,
                        CREATE_CHANNEL_MEMBERSHIP,
                        scene -> new Arena(scene).add(scene.alice, "first"),
                        scene -> new Arena(scene).add(scene.alice, "")),
                Trial.of(
                        SubChannelConstraints.OF_MODERATORS,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        scene -> new Arena(scene).addInBatch(scene.alice, "first"),
                        scene -> new Arena(scene).addInBatch(scene.alice, "")),
                Trial.of(
                        SubChannelConstraints.NOT_OF_MEMBERS,
                        CREATE_CHANNEL_MEMBERSHIP,
                        scene -> new Arena(scene).add(scene.newcomer(), ""),
                        scene -> new Arena(scene).add(scene.newcomer(), "second")),
                Trial.of(
                        SubChannelConstraints.NOT_OF_MEMBERS,
                        BATCH_CREATE_CHANNEL_MEMBERSHIP,
                        scene -> new Arena(scene).addInBatch(scene.newcomer(), ""),
                        scene -> new Arena(scene).addInBatch(scene.newcomer(), "second")),
                Trial.of(
                        SubChannelConstraints.NOT_OF_MEMBERS,
                        DELETE_CHANNEL_MEMBERSHIP,
                        scene -> new Arena(scene).remove(scene.bob, ""),
                        scene -> new Arena(scene).remove(scene.bob, "first")));
    }

    private static Stream<Trial> elsewhere() {
        return SubChannelConstraints.ELASTIC_ONLY.operations().stream()
                .map(operation -> Trial.of(
                        SubChannelConstraints.ELASTIC_ONLY,
                        operation,
                        scene -> scene.call(operation, plain(scene, operation)),
                        scene -> scene.call(
                                operation,
                                Stream.of(plain(scene, operation), with("SubChannelId", "first"))
                                        .flatMap(Stream::of)
                                        .toArray())));
    }

    /** A call about the channel that is not elastic. */
    private static Object[] plain(Scene scene, Operation operation) {
        return switch (operation) {
            case CREATE_CHANNEL_MEMBERSHIP, BATCH_CREATE_CHANNEL_MEMBERSHIP -> {
                String user = scene.newcomer().arn();
                yield operation == CREATE_CHANNEL_MEMBERSHIP
                        ? with("MemberArn", user)
                        : with("MemberArns", List.of(user));
            }
            case DELETE_CHANNEL_MEMBERSHIP -> {
                String user = scene.newcomer().arn();
                scene.call(CREATE_CHANNEL_MEMBERSHIP, "MemberArn", user);
                yield with("MemberArn", user);
            }
            case SEND_CHANNEL_MESSAGE, DESCRIBE_CHANNEL_MEMBERSHIP, LIST_CHANNEL_MEMBERSHIPS, LIST_CHANNEL_MESSAGES ->
                with();
            case DELETE_CHANNEL_MESSAGE -> with("MessageId", scene.message(), "ChimeBearer", scene.admin.arn());
            default -> with("MessageId", scene.message());
        };
    }

    /**
     * An elastic channel with bob and carol in the first sub-channel and dave in the second. Alice moderates it.
     *
     * @param ids the ids of the two sub-channels
     */
    private record Arena(Scene scene, String arn, Map<String, String> ids) {
        private Arena(Scene scene) {
            this(scene, scene.arena());
        }

        private Arena(Scene scene, String arn) {
            this(scene, arn, join(scene, arn));
        }

        private static Map<String, String> join(Scene scene, String arn) {
            String first = scene.join(arn, scene.bob);
            scene.join(arn, scene.carol);
            return Map.of("first", first, "second", scene.join(arn, scene.dave));
        }

        private Object[] in(String subChannel, Object... namesAndValues) {
            Stream<Object> id = subChannel.isEmpty() ? Stream.of() : Stream.of("SubChannelId", ids.get(subChannel));
            return Stream.of(Stream.<Object>of("ChannelArn", arn), id, Stream.of(namesAndValues))
                    .flatMap(parts -> parts)
                    .toArray();
        }

        /** Calls as bob, or as an admin what only admins may. */
        void call(Operation operation, String subChannel) {
            ChimeUser caller = operation == DELETE_CHANNEL_MESSAGE ? scene.admin : scene.bob;
            call(operation, subChannel, caller, scene.bob);
        }

        void callAsModerator(Operation operation, String subChannel) {
            add(scene.alice, "first");
            call(operation, subChannel, scene.alice, scene.alice);
        }

        private void call(Operation operation, String subChannel, ChimeUser caller, ChimeUser sender) {
            boolean ofNoMessage = operation == SEND_CHANNEL_MESSAGE || operation == LIST_CHANNEL_MESSAGES;
            Object[] request = ofNoMessage
                    ? with("ChimeBearer", caller.arn())
                    : with(
                            "ChimeBearer",
                            caller.arn(),
                            "MessageId",
                            scene.message(in("first", "ChimeBearer", sender.arn())));
            scene.call(operation, in(subChannel, request));
        }

        void add(ChimeUser user, String subChannel) {
            scene.call(CREATE_CHANNEL_MEMBERSHIP, in(subChannel, "MemberArn", user.arn()));
        }

        void addInBatch(ChimeUser user, String subChannel) {
            scene.batch(in(subChannel, "MemberArns", List.of(user.arn())));
        }

        void remove(ChimeUser user, String subChannel) {
            scene.call(DELETE_CHANNEL_MEMBERSHIP, in(subChannel, "MemberArn", user.arn()));
        }
    }
}
