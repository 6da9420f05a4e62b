package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.text.Shortened;
import java.util.ArrayList;
import java.util.List;

/** Collects what is not valid in a document. Not thread-safe. */
public final class SchemaErrors {
    private static final int MAX_ERRORS = 20;
    private static final int VALUE_LENGTH = 100;

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * What is not valid.
     *
     * @param field the path of the value
     * @param message what was received, and what is valid
     */
    public record FieldError(String field, String message) {
        private static final int FIELD_LENGTH = 200;
        private static final int MESSAGE_LENGTH = 4000;

        /** Shortens both, which may contain what was received. */
        public FieldError {
            field = Shortened.of(field, FIELD_LENGTH);
            message = Shortened.of(message, MESSAGE_LENGTH);
        }
    }

    /** Adds an error: this value was received, and that is valid. */
    public void add(JsonPath path, JsonValue received, String expected) {
        add(path, shown(received) + " was received; expected " + expected);
    }

    /** Adds an error. */
    public void add(JsonPath path, String message) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(new FieldError(path.text(), message));
        }
    }

    /** Returns the errors in the order of the schema, at most 20. */
    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    private static String shown(JsonValue value) {
        return Shortened.of(value.toJson(), VALUE_LENGTH);
    }
}
