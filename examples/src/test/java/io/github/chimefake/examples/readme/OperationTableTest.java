package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.Operation;
import io.github.chimefake.messaging.MessagingService;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's table of operations says of each whether the fake serves it. */
class OperationTableTest {
    private static final List<Operation> OPERATIONS = Arrays.asList(Operation.values());

    private final MessagingService service = new MessagingService(Clock.systemUTC(), 0);
    private final String readme = Documentation.text(Documentation.root().resolve("README.md"));

    private String row(Operation operation) {
        return "| " + operation + " | `" + operation.httpMethod() + " " + operation.uriTemplate() + "` | "
                + (service.serves(operation) ? "yes" : "no") + " |";
    }

    @Test
    void saysWhichOperationsAreServed() {
        assertThat(readme.lines().filter(line -> line.matches("\\| \\w+ \\| `(GET|PUT|POST|DELETE) .*")))
                .containsExactlyElementsOf(OPERATIONS.stream().map(this::row).toList());
    }

    @Test
    void saysHowManyOperationsAreServed() {
        long served = OPERATIONS.stream().filter(service::serves).count();

        assertThat(Pattern.compile("(\\d+) of the (\\d+) operations")
                        .matcher(readme)
                        .results())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.group())
                        .isEqualTo(served + " of the " + OPERATIONS.size() + " operations"));
    }
}
