package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.messaging.MessagingService;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/operations.md are those of the code. */
class OperationsPageTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path PAGE = Path.of("..", "docs", "operations.md");

    /** Both services have these operations on tags, which are in the table of messaging. */
    private static final int SHARED = 3;

    private final MessagingService messaging = new MessagingService(Clock.systemUTC(), 0);
    private final IdentityService identity = new IdentityService(messaging.directory(), "us-east-1", "111122223333", 0);

    @Test
    void pageHasTheTablesOfTheCode() throws IOException {
        new GeneratedFile(PAGE).requireParts(part -> tables());
    }

    @Test
    void readmeSaysHowManyThereAre() throws IOException {
        assertThat(Files.readString(README))
                .contains("all " + ChimeService.MESSAGING.operations().size() + " operations of messaging and all "
                        + (ChimeService.IDENTITY.operations().size() + SHARED) + " of identity");
    }

    private String tables() {
        List<String> lines = new ArrayList<>();
        lines.add("## Messaging");
        lines.add("The fake serves " + count(ChimeService.MESSAGING, 0) + " operations of Amazon Chime SDK messaging.");
        addTable(lines, ChimeService.MESSAGING);
        lines.add("");
        lines.add("## Identity");
        lines.add(
                "The fake serves " + count(ChimeService.IDENTITY, SHARED) + " operations of Amazon Chime SDK identity:"
                        + " these, and the " + SHARED + " on tags above, which both services have.");
        addTable(lines, ChimeService.IDENTITY);
        return String.join("\n", lines) + "\n";
    }

    private void addTable(List<String> lines, ChimeService service) {
        lines.add("");
        lines.add("| operation | request | group | served |");
        lines.add("| --- | --- | --- | --- |");
        Stream.of(Operation.values())
                .filter(operation -> operation.service() == service)
                .map(this::row)
                .forEach(lines::add);
    }

    private String row(Operation operation) {
        OperationGroup group = Stream.of(OperationGroup.values())
                .filter(candidate -> candidate.operations().contains(operation))
                .findFirst()
                .orElseThrow();
        return "| " + operation + " | `" + operation.httpMethod() + " " + operation.uriTemplate() + "` | `" + group
                + "` | " + (isServed(operation) ? "yes" : "no") + " |";
    }

    private String count(ChimeService service, int shared) {
        Set<Operation> operations = service.operations();
        long served = operations.stream().filter(this::isServed).count() + shared;
        return served + " of the " + (operations.size() + shared);
    }

    private boolean isServed(Operation operation) {
        return operation.service() == ChimeService.MESSAGING ? messaging.serves(operation) : identity.serves(operation);
    }
}
