package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW;
import static io.github.chimefake.Operation.LIST_SUB_CHANNELS;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.RequestConstraints;
import java.util.Map;
import java.util.stream.Stream;

/** Trials of {@link RequestConstraints}. */
final class RequestTrials {
    private RequestTrials() {}

    static Stream<Trial> all() {
        return Stream.of(
                        tokens(),
                        pages(),
                        Stream.of(Trial.of(
                                RequestConstraints.SAME_USER,
                                CREATE_APP_INSTANCE_USER,
                                scene -> createTwice(scene, "name"),
                                scene -> scene.call(CREATE_APP_INSTANCE_USER, "Name", "another name"))))
                .flatMap(trials -> trials);
    }

    private static void createTwice(Scene scene, String name) {
        scene.call(CREATE_APP_INSTANCE_USER, "Name", name);
        scene.call(CREATE_APP_INSTANCE_USER, "Name", name);
    }

    private static Stream<Trial> tokens() {
        return RequestConstraints.SAME_TOKEN.operations().stream()
                .map(operation -> operation == CHANNEL_FLOW_CALLBACK ? callback() : token(operation));
    }

    private static Trial token(Operation operation) {
        String member = operation == SEND_CHANNEL_MESSAGE ? "Content" : "Name";
        Object[] same = with("ClientRequestToken", "token", "EndpointAttributes", Map.of("DeviceToken", "device"));
        Object[] request =
                operation == REGISTER_APP_INSTANCE_USER_ENDPOINT ? same : with("ClientRequestToken", "token");
        return Trial.of(
                RequestConstraints.SAME_TOKEN,
                operation,
                scene -> {
                    scene.call(operation, request);
                    scene.call(operation, request);
                },
                scene -> scene.call(operation, "ClientRequestToken", "token", member, "something else"));
    }

    private static Trial callback() {
        return Trial.of(
                RequestConstraints.SAME_TOKEN,
                CHANNEL_FLOW_CALLBACK,
                scene -> {
                    scene.holdMessages();
                    answerTwice(scene, "changed", "changed");
                },
                scene -> answerTwice(scene, "changed", "changed again"));
    }

    private static void answerTwice(Scene scene, String content, String again) {
        Map<String, String> held = scene.heldMessage();
        answer(scene, held, content);
        answer(scene, held, again);
    }

    private static void answer(Scene scene, Map<String, String> held, String content) {
        scene.call(
                CHANNEL_FLOW_CALLBACK,
                "CallbackId",
                held.get("CallbackId"),
                "ChannelMessage",
                Map.of("MessageId", held.get("MessageId"), "Content", content));
    }

    private static Stream<Trial> pages() {
        return RequestConstraints.OWN_NEXT_TOKEN.operations().stream()
                .map(operation -> Trial.of(
                        RequestConstraints.OWN_NEXT_TOKEN,
                        operation,
                        scene -> scene.call(operation, list(scene, operation, "")),
                        scene -> scene.call(operation, list(scene, operation, "bm90IG9mIHRoaXMgbGlzdA"))));
    }

    /** An empty token is for the first page. */
    private static Object[] list(Scene scene, Operation operation, String token) {
        return switch (operation) {
            case LIST_SUB_CHANNELS -> with("NextToken", token, "ChannelArn", scene.arena());
            case LIST_CHANNELS_ASSOCIATED_WITH_CHANNEL_FLOW -> with("NextToken", token, "ChannelFlowArn", scene.flow());
            default -> with("NextToken", token);
        };
    }
}
