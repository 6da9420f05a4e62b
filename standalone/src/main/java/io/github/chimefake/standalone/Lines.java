package io.github.chimefake.standalone;

import io.github.chimefake.internal.control.schema.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The lines of the fields of a text in YAML or JSON. */
final class Lines {
    private final Optional<Node> root;

    private Lines(Optional<Node> root) {
        this.root = root;
    }

    static Lines of(String text, int maxLength) {
        try {
            return new Lines(new Compose(
                            LoadSettings.builder().setCodePointLimit(maxLength).build())
                    // JSON is YAML, but for tabs between its tokens; it has none elsewhere.
                    .composeString(text.replace('\t', ' ')));
        } catch (YamlEngineException e) {
            return new Lines(Optional.empty());
        }
    }

    /** Returns the line of a field, or if it is missing, of what should contain it; empty if the text cannot be read. */
    OptionalInt line(String field) {
        return root.map(node -> OptionalInt.of(line(node, JsonPath.ROOT, field, 0)))
                .orElse(OptionalInt.empty());
    }

    private static int line(Node node, JsonPath path, String field, int found) {
        int line = found == 0 ? start(node) : found;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple member : mapping.getValue()) {
                if (member.getKeyNode() instanceof ScalarNode key) {
                    JsonPath inside = path.member(key.getValue());
                    if (leadsTo(inside, field)) {
                        return line(member.getValueNode(), inside, field, start(key));
                    }
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                JsonPath inside = path.item(i);
                if (leadsTo(inside, field)) {
                    return line(items.get(i), inside, field, start(items.get(i)));
                }
            }
        }
        return line;
    }

    private static boolean leadsTo(JsonPath path, String field) {
        String text = path.text();
        return field.equals(text) || field.startsWith(text + ".") || field.startsWith(text + "[");
    }

    private static int start(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
