package io.github.chimefake.internal.control.calls;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations and errors by AWS's own names, such as {@code SendChannelMessage} and {@code UnauthorizedClientException}. */
public final class AwsNames {
    private static final Map<String, Operation> OPERATIONS = byName(Operation.values(), Operation::awsName);
    private static final Map<String, ChimeError> ERRORS = byName(ChimeError.values(), ChimeError::errorType);

    /** An operation. */
    public static final NamedSchema OPERATION = Schema.named(
            "Operation",
            Schema.oneOf("An operation of Amazon Chime SDK messaging or identity.", List.copyOf(OPERATIONS.keySet())));

    /** An error. */
    public static final NamedSchema ERROR = Schema.named(
            "Error",
            Schema.oneOf(
                    "An error: nine of the service model, and those of AWS's front end, which no SDK models.",
                    List.copyOf(ERRORS.keySet())));

    private AwsNames() {}

    private static <T> Map<String, T> byName(T[] constants, Function<T, String> name) {
        return Stream.of(constants).collect(toMap(name, identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** Returns the operation of a name that {@link #OPERATION} has accepted. */
    public static Operation operation(String name) {
        return find(OPERATIONS, name);
    }

    /** Returns the error of a name that {@link #ERROR} has accepted. */
    public static ChimeError error(String name) {
        return find(ERRORS, name);
    }

    private static <T> T find(Map<String, T> constants, String name) {
        T constant = constants.get(name);
        if (constant == null) {
            throw new IllegalStateException("The schema has accepted " + name);
        }
        return constant;
    }
}
