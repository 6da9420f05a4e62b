package io.github.chimefake.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFileTest {
    private static final String PAGE = """
            # Title
            <!-- generated: first -->

            old

            <!-- end -->
            By hand.
            <!-- generated: second -->
            <!-- end -->
            """;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writePage() throws IOException {
        file = Files.writeString(directory.resolve("page.md"), PAGE);
    }

    @Test
    void onlyThePartsAreWritten() throws IOException {
        new GeneratedFile(file, true).requireParts(name -> "the " + name + "\n");

        assertThat(file).hasContent("""
                        # Title
                        <!-- generated: first -->

                        the first

                        <!-- end -->
                        By hand.
                        <!-- generated: second -->

                        the second

                        <!-- end -->
                        """);
        new GeneratedFile(file, false).requireParts(name -> "the " + name + "\n");
    }

    @Test
    void anotherTextFailsAndSaysWhereAndWhatToRun() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new GeneratedFile(file, false).requireParts(name -> "new\n"))
                .withMessageContaining("Line 4 of " + file.toAbsolutePath())
                .withMessageContaining("is:\nold\nIt should be:\nnew\n")
                .withMessageEndingWith("-Dpages.write=true");
        assertThat(file).hasContent(PAGE);
    }

    @Test
    void aTextThatIsLongerOrShorterFails() {
        GeneratedFile generated = new GeneratedFile(file, false);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> generated.require(PAGE + "more\n"))
                .withMessageContaining("is:\n(the end of the file)\nIt should be:\nmore\n");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> generated.require("# Title\n"))
                .withMessageContaining("It should be:\n(the end of the file)\n");
    }

    @Test
    void aPageWithoutPartsIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedFile.withParts("# Title\n", name -> name))
                .withMessageStartingWith("The text has no generated part.");
    }
}
