package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.ASSOCIATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.DELETE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_FLOW;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.ChannelFlowConstraints;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.quotas.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Trials of {@link ChannelFlowConstraints}. */
final class ChannelFlowTrials {
    private ChannelFlowTrials() {}

    static Stream<Trial> all() {
        return Stream.of(associations(), processors(), callbacks()).flatMap(trials -> trials);
    }

    private static Stream<Trial> associations() {
        return Stream.of(
                Trial.of(
                        ChannelFlowConstraints.ONE_PER_CHANNEL,
                        ASSOCIATE_CHANNEL_FLOW,
                        Scene::holdMessages,
                        Scene::holdMessages),
                Trial.of(
                        ChannelFlowConstraints.NOT_IN_USE,
                        DELETE_CHANNEL_FLOW,
                        scene -> scene.call(DELETE_CHANNEL_FLOW, "ChannelFlowArn", scene.flow()),
                        scene -> {
                            String flow = scene.flow();
                            scene.call(ASSOCIATE_CHANNEL_FLOW, "ChannelFlowArn", flow);
                            scene.call(DELETE_CHANNEL_FLOW, "ChannelFlowArn", flow);
                        }));
    }

    private static Stream<Trial> processors() {
        String lambda = SceneRequests.LAMBDA;
        return Stream.of(CREATE_CHANNEL_FLOW, UPDATE_CHANNEL_FLOW)
                .flatMap(operation -> Stream.of(
                        processors(
                                        ChannelFlowConstraints.LAMBDA,
                                        operation,
                                        SceneRequests.processor(lambda, 1),
                                        SceneRequests.processor(lambda.replace("111122223333", "444455556666"), 1))
                                .named("account"),
                        processors(
                                        ChannelFlowConstraints.LAMBDA,
                                        operation,
                                        SceneRequests.processor(lambda, 1),
                                        SceneRequests.processor(lambda.replace("us-east-1", "eu-central-1"), 1))
                                .named("region"),
                        processors(
                                ChannelFlowConstraints.ORDER,
                                operation,
                                SceneRequests.processor(lambda, 2),
                                SceneRequests.processor(lambda, 1))));
    }

    /** With a first processor, and these as the second. */
    private static Trial processors(
            DocumentedConstraint constraint, Operation operation, Map<String, Object> at, Map<String, Object> over) {
        Map<String, Object> first = SceneRequests.processor(SceneRequests.LAMBDA, 3);
        Map<String, Object> sameOrder = SceneRequests.processor(SceneRequests.LAMBDA, 1);
        boolean ofOrder = constraint.equals(ChannelFlowConstraints.ORDER);
        return Trial.of(
                constraint,
                operation,
                scene -> call(scene, operation, List.of(ofOrder ? sameOrder : first, at)),
                scene -> call(scene, operation, List.of(ofOrder ? sameOrder : first, over)));
    }

    private static void call(Scene scene, Operation operation, List<Map<String, Object>> processors) {
        scene.chime.quotas().set(Quota.PROCESSORS_PER_CHANNEL_FLOW, 2);
        Object[] request = operation == UPDATE_CHANNEL_FLOW
                ? with("Processors", processors, "ChannelFlowArn", scene.flow())
                : with("Processors", processors);
        scene.call(operation, request);
    }

    private static Stream<Trial> callbacks() {
        return Stream.of(
                Trial.of(
                        ChannelFlowConstraints.CALLBACK_IN_TIME,
                        CHANNEL_FLOW_CALLBACK,
                        scene -> {
                            scene.holdMessages();
                            answerAfter(scene, Duration.ofDays(2));
                        },
                        scene -> answerAfter(scene, Duration.ofDays(2).plusMillis(1))),
                Trial.of(
                        ChannelFlowConstraints.CALLBACK_MESSAGE,
                        CHANNEL_FLOW_CALLBACK,
                        scene -> {
                            scene.holdMessages();
                            answerAfter(scene, Duration.ZERO);
                        },
                        scene -> answer(scene, scene.heldMessage().get("CallbackId"), scene.message())));
    }

    private static void answerAfter(Scene scene, Duration delay) {
        Map<String, String> held = scene.heldMessage();
        scene.advance(delay);
        answer(scene, held.get("CallbackId"), held.get("MessageId"));
    }

    private static void answer(Scene scene, String callback, String message) {
        scene.call(CHANNEL_FLOW_CALLBACK, "CallbackId", callback, "ChannelMessage", Map.of("MessageId", message));
    }
}
