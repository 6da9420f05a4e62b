package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.CHANNEL_FLOW_CALLBACK;
import static io.github.chimefake.Operation.DELETE_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.REDACT_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Operation.UPDATE_CHANNEL_MESSAGE;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.DocumentedConstraint;
import io.github.chimefake.internal.constraints.MessageConstraints;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Trials of {@link MessageConstraints}. */
final class MessageTrials {
    private MessageTrials() {}

    static Stream<Trial> all() {
        return Stream.of(sizes(), callbacks(), targets(), states()).flatMap(trials -> trials);
    }

    private static Stream<Trial> sizes() {
        return Stream.of(
                sent(MessageConstraints.CONTENT, with("Content", "x".repeat(4096)), with("Content", "x".repeat(4097))),
                sent(MessageConstraints.CONTENT, with("Content", "é".repeat(2048)), with("Content", "é".repeat(2049)))
                        .named("bytes"),
                edited(
                        MessageConstraints.CONTENT,
                        with("Content", "é".repeat(2048)),
                        with("Content", "é".repeat(2049))),
                sent(MessageConstraints.METADATA, with("Metadata", "é".repeat(512)), with("Metadata", "é".repeat(513))),
                edited(
                        MessageConstraints.METADATA,
                        with("Metadata", "é".repeat(512)),
                        with("Metadata", "é".repeat(513))),
                sent(
                        MessageConstraints.CONTROL_CONTENT,
                        control("Content", "é".repeat(15)),
                        control("Content", "é".repeat(15) + "x")),
                edited(
                        MessageConstraints.CONTROL_CONTENT,
                        with("Content", "x".repeat(30)),
                        with("Content", "x".repeat(31)),
                        control("Content", "typing")),
                sent(
                        MessageConstraints.CONTROL_METADATA,
                        control("Content", "typing"),
                        control("Content", "typing", "Metadata", "x")),
                edited(
                        MessageConstraints.CONTROL_METADATA,
                        with("Content", "typed"),
                        with("Metadata", "x"),
                        control("Content", "typing")),
                sent(
                        MessageConstraints.ATTRIBUTES,
                        with("MessageAttributes", attributes(512)),
                        with("MessageAttributes", attributes(513))));
    }

    private static Trial sent(DocumentedConstraint constraint, Object[] at, Object[] over) {
        return Trial.of(constraint, SEND_CHANNEL_MESSAGE, at, over);
    }

    private static Trial edited(DocumentedConstraint constraint, Object[] at, Object[] over, Object... original) {
        return Trial.of(
                constraint,
                UPDATE_CHANNEL_MESSAGE,
                scene -> edit(scene, at, original),
                scene -> edit(scene, over, original));
    }

    private static void edit(Scene scene, Object[] changes, Object... original) {
        scene.call(UPDATE_CHANNEL_MESSAGE, and(changes, "MessageId", scene.message(original)));
    }

    private static Object[] control(Object... namesAndValues) {
        return and(namesAndValues, "Type", "CONTROL");
    }

    private static Object[] and(Object[] namesAndValues, Object... more) {
        return Stream.of(namesAndValues, more).flatMap(Stream::of).toArray();
    }

    /** With the name and a first value, 1,024 bytes if the second value has 512. */
    private static Map<String, Object> attributes(int size) {
        return Map.of(
                "é", Map.of("StringValues", List.of("x".repeat(510), "é".repeat(size / 2) + "x".repeat(size % 2))));
    }

    private static Stream<Trial> callbacks() {
        return Stream.of(
                answered(MessageConstraints.CONTENT, "Content", "é".repeat(2048), "é".repeat(2049)),
                answered(MessageConstraints.METADATA, "Metadata", "é".repeat(512), "é".repeat(513)),
                answered(MessageConstraints.ATTRIBUTES, "MessageAttributes", attributes(512), attributes(513)));
    }

    private static Trial answered(DocumentedConstraint constraint, String member, Object at, Object over) {
        return Trial.of(
                constraint,
                CHANNEL_FLOW_CALLBACK,
                scene -> {
                    scene.holdMessages();
                    answer(scene, member, at);
                },
                scene -> answer(scene, member, over));
    }

    private static void answer(Scene scene, String member, Object value) {
        Map<String, String> held = scene.heldMessage();
        scene.call(
                CHANNEL_FLOW_CALLBACK,
                "CallbackId",
                held.get("CallbackId"),
                "ChannelMessage",
                Map.of("MessageId", held.get("MessageId"), member, value));
    }

    private static Stream<Trial> targets() {
        return Stream.of(
                Trial.of(
                        MessageConstraints.TARGET_NAMED,
                        SEND_CHANNEL_MESSAGE,
                        scene -> scene.message("Target", List.of(Map.of("MemberArn", scene.bob.arn()))),
                        scene -> scene.message("Target", List.of(Map.of()))),
                Trial.of(
                        MessageConstraints.TARGET_IS_MEMBER,
                        SEND_CHANNEL_MESSAGE,
                        scene -> scene.message("Target", List.of(Map.of("MemberArn", scene.alice.arn()))),
                        scene -> scene.message("Target", List.of(Map.of("MemberArn", scene.carol.arn())))));
    }

    private static Stream<Trial> states() {
        return Stream.of(
                held(MessageConstraints.SENT, UPDATE_CHANNEL_MESSAGE),
                held(MessageConstraints.SENT, REDACT_CHANNEL_MESSAGE),
                held(MessageConstraints.SENT_TO_DELETE, DELETE_CHANNEL_MESSAGE),
                Trial.of(
                        MessageConstraints.NOT_REDACTED,
                        UPDATE_CHANNEL_MESSAGE,
                        scene -> edit(scene, with()),
                        scene -> {
                            String message = scene.message();
                            scene.call(REDACT_CHANNEL_MESSAGE, "MessageId", message);
                            scene.call(UPDATE_CHANNEL_MESSAGE, "MessageId", message);
                        }));
    }

    private static Trial held(DocumentedConstraint constraint, Operation operation) {
        return Trial.of(
                constraint,
                operation,
                scene -> scene.call(operation, "MessageId", scene.message(), "ChimeBearer", editor(scene, operation)),
                scene -> {
                    scene.holdMessages();
                    String message = scene.heldMessage().get("MessageId");
                    scene.call(operation, "MessageId", message, "ChimeBearer", editor(scene, operation));
                });
    }

    private static String editor(Scene scene, Operation operation) {
        return operation == DELETE_CHANNEL_MESSAGE ? scene.admin.arn() : scene.alice.arn();
    }
}
