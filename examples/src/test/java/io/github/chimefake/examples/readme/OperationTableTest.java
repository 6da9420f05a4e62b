package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.identity.IdentityService;
import io.github.chimefake.internal.messaging.MessagingService;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/operations.md list each operation, and whether the fake serves it. */
class OperationTableTest {
    private final MessagingService messaging = new MessagingService(Clock.systemUTC(), 0);
    private final IdentityService identity = new IdentityService(messaging.directory(), "us-east-1", "111122223333", 0);
    private final String page = Documentation.text(Documentation.root().resolve("docs/operations.md"));

    private boolean isServed(Operation operation) {
        return operation.service() == ChimeService.MESSAGING ? messaging.serves(operation) : identity.serves(operation);
    }

    private String row(Operation operation) {
        return "| " + operation + " | `" + operation.httpMethod() + " " + operation.uriTemplate() + "` | "
                + (isServed(operation) ? "yes" : "no") + " |";
    }

    @Test
    void sayWhichOperationsAreServed() {
        assertThat(page.lines().filter(line -> line.matches("\\| \\w+ \\| `(GET|PUT|POST|DELETE) .*")))
                .containsExactlyElementsOf(
                        Stream.of(Operation.values()).map(this::row).toList());
    }

    @Test
    void sayHowManyOperationsOfMessagingAreServed() {
        assertThat(page)
                .contains(count(ChimeService.MESSAGING.operations(), 0) + " operations of Amazon Chime SDK messaging");
    }

    @Test
    void sayHowManyOperationsOfIdentityAreServed() {
        // Both services have the three on tags, which stand in messaging's table.
        assertThat(page)
                .contains(count(ChimeService.IDENTITY.operations(), 3) + " operations of Amazon Chime SDK identity");
    }

    @Test
    void readmeSaysHowManyThereAre() {
        assertThat(Documentation.text(Documentation.root().resolve("README.md")))
                .contains("all " + ChimeService.MESSAGING.operations().size() + " operations of messaging and all "
                        + (ChimeService.IDENTITY.operations().size() + 3) + " of identity");
    }

    private String count(Set<Operation> operations, int shared) {
        long served = operations.stream().filter(this::isServed).count() + shared;
        return served + " of the " + (operations.size() + shared);
    }
}
