package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of docs/control.md is that of the routes. */
class ControlPageTest {
    @Test
    void thePageHasTheTableOfTheRoutes() throws IOException {
        new GeneratedFile(Path.of("..", "docs", "control.md")).requireParts(part -> table());
    }

    private static String table() {
        return TestRoutes.all().stream()
                .map(ControlPageTest::row)
                .collect(Collectors.joining("\n", "| route | |\n| --- | --- |\n", ""));
    }

    private static String row(Route route) {
        return "| `" + route.method() + " " + route.path().text() + "` | " + route.summary() + " |";
    }
}
