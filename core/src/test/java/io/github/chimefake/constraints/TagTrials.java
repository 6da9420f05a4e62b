package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.TAG_RESOURCE;
import static io.github.chimefake.Operation.UNTAG_RESOURCE;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.constraints.TagConstraints;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trials of {@link TagConstraints}. */
final class TagTrials {
    private TagTrials() {}

    static Stream<Trial> all() {
        return Stream.of(reservedKeys(), metadata(), Stream.of(perResource())).flatMap(trials -> trials);
    }

    private static Stream<Trial> reservedKeys() {
        return TagConstraints.RESERVED_KEYS.operations().stream()
                .flatMap(operation -> Stream.of("aws:", "AWS:x", "aWs:cloudformation:stack-name")
                        .map(key -> Trial.of(
                                        TagConstraints.RESERVED_KEYS,
                                        operation,
                                        tagging(operation, "x" + key, "aws"),
                                        tagging(operation, "x", key))
                                .named(key)));
    }

    private static Object[] tagging(Operation operation, String... keys) {
        return operation == UNTAG_RESOURCE
                ? with("TagKeys", List.of(keys))
                : with("Tags", Stream.of(keys).map(TagTrials::tag).toList());
    }

    private static Map<String, String> tag(String key) {
        return Map.of("Key", key, "Value", "aws:value");
    }

    private static Trial perResource() {
        List<Map<String, String>> tags =
                IntStream.range(0, 50).mapToObj(number -> tag("tag" + number)).toList();
        return Trial.of(
                TagConstraints.PER_RESOURCE, TAG_RESOURCE, with("Tags", tags), with("Tags", List.of(tag("one more"))));
    }

    private static Stream<Trial> metadata() {
        return TagConstraints.METADATA.operations().stream()
                .map(operation -> Trial.of(
                        TagConstraints.METADATA,
                        operation,
                        with("Metadata", "é".repeat(512)),
                        with("Metadata", "é".repeat(512) + "x")));
    }
}
