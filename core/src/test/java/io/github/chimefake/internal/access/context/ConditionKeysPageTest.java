package io.github.chimefake.internal.access.context;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.access.context.ContextKey.Presence;
import io.github.chimefake.internal.access.context.ContextKey.Source;
import io.github.chimefake.internal.iam.condition.RequestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of docs/condition-keys.md are those of the code. */
class ConditionKeysPageTest {
    private static final Path PAGE = Path.of("..", "docs", "condition-keys.md");
    private static final String START = "<!-- tables -->\n";
    private static final String END = "<!-- end of tables -->\n";
    private static final String WRITE = "condition-keys.write";

    @Test
    void thePageShowsTheTablesOfTheCode() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(START) + START.length());
        String after = page.substring(page.indexOf(END));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, before + tables() + after);
            return;
        }
        assertThat(page.substring(before.length(), page.length() - after.length()))
                .as("the tables of docs/condition-keys.md; run this test with -D" + WRITE + "=true to write them anew")
                .isEqualTo(tables());
    }

    private static String tables() {
        List<String> lines = new ArrayList<>();
        for (ContextKeys.Group group : ContextKeys.GROUPS) {
            lines.add("");
            lines.add("## " + group.title());
            lines.add("| key | values | requests have it | value, or reason | mark |");
            lines.add("| --- | --- | --- | --- | --- |");
            group.keys().forEach(key -> lines.add(row(key)));
        }
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    private static String row(ContextKey key) {
        String name = key.name().endsWith("/") ? key.name() + "KEY" : key.name();
        return "| `" + name + "` | " + key.type().label() + " | "
                + key.presence().label() + " | " + key.note() + " | "
                + key.provenance().name().toLowerCase(Locale.ROOT) + " |";
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
