package io.github.chimefake.internal.control.schema;

/** A member of a body, or a parameter, has the right form but is not valid. The response has status 400. */
public final class InvalidFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SchemaErrors.FieldError error;

    /** Creates an exception for the value at this path. */
    public InvalidFieldException(JsonPath path, String message) {
        super(path + ": " + message);
        this.error = new SchemaErrors.FieldError(path.text(), message);
    }

    /** Returns the field and what is wrong with it. */
    public SchemaErrors.FieldError error() {
        return error;
    }
}
