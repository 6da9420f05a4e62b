package io.github.chimefake.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The table of options in {@code docs/standalone.md} is that of the program. {@code -Dpages.write=true} writes it. */
class StandalonePageTest {
    private static final String BEGIN = "<!-- options -->\n";
    private static final String END = "<!-- /options -->";

    private final Path page = Path.of("../docs/standalone.md");

    @Test
    void theOptionsAreThoseOfTheProgram() throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (Boolean.getBoolean("pages.write")) {
            Files.writeString(page, text.substring(0, begin) + table() + text.substring(end));
        } else {
            assertThat(text.substring(begin, end)).isEqualTo(table());
        }
    }

    private static String table() {
        return new CommandLine(new Options())
                .getCommandSpec().options().stream()
                        .map(StandalonePageTest::row)
                        .collect(Collectors.joining("\n", "| option | what it does |\n| --- | --- |\n", "\n"));
    }

    private static String row(OptionSpec option) {
        String parameter =
                option.arity().max() == 0 ? "" : " " + option.paramLabel().replace("|", "\\|");
        String description = String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()));
        return "| `" + option.longestName() + parameter + "` | " + description + " |";
    }
}
