package io.github.chimefake.internal.access.context;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.fidelity.RowId;
import io.github.chimefake.internal.access.context.ContextKey.Presence;
import io.github.chimefake.internal.access.context.ContextKey.Source;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tables of docs/condition-keys.md are those of the code. */
@Tag("slow")
class ConditionKeysPageTest {
    private static final Path PAGE = Path.of("..", "docs", "condition-keys.md");

    @Test
    void thePageShowsTheTablesOfTheCode() throws IOException {
        new GeneratedFile(PAGE).requireParts(part -> tables());
    }

    private static String tables() {
        return ContextKeys.GROUPS.stream().map(ConditionKeysPageTest::table).collect(joining("\n"));
    }

    private static String table(ContextKeys.Group group) {
        return group.keys().stream()
                .map(ConditionKeysPageTest::row)
                .collect(joining(
                        "",
                        "## " + group.title() + "\n| key | values | requests have it | value, or reason | mark |\n"
                                + "| --- | --- | --- | --- | --- |\n",
                        ""));
    }

    private static String row(ContextKey key) {
        String name = key.name().endsWith("/") ? key.name() + "KEY" : key.name();
        return "| <a id=\"" + RowId.of(key) + "\"></a>`" + name + "` | "
                + key.type().label() + " | "
                + key.presence().label() + " | " + key.note() + " | "
                + key.provenance().name().toLowerCase(Locale.ROOT) + " |\n";
    }

    @Test
    void everyKeyHasOneRow() {
        Map<String, Long> rows =
                ContextKeys.all().collect(groupingBy(key -> RequestContext.folded(key.name()), counting()));

        assertThat(rows.values()).containsOnly(1L);
    }

    @Test
    void aKeyWithoutASourceIsAbsentUntilItIsSetAndNoOther() {
        assertThat(ContextKeys.all())
                .allSatisfy(key -> assertThat(key.source() instanceof Source.Nothing)
                        .as(key.name())
                        .isEqualTo(key.presence() == Presence.WHEN_SET || key.presence() == Presence.NOT_FOR_CHIME));
    }
}
