package io.github.chimefake.internal.control.schema;

/**
 * The place of a value in a document, for example {@code $.members[2].user}; or the name of a parameter.
 *
 * @param text the path as it is printed
 */
public record JsonPath(String text) {
    /** The whole body. */
    public static final JsonPath ROOT = new JsonPath("$");

    /** The parameters of a query, each of which is named without a path. */
    public static final JsonPath PARAMETERS = new JsonPath("");

    /** Returns the path of a member. */
    public JsonPath member(String name) {
        if (text.isEmpty()) {
            return new JsonPath(name);
        }
        return new JsonPath(name.matches("\\w+") ? text + "." + name : text + "['" + name + "']");
    }

    /** Returns the path of an item. */
    public JsonPath item(int index) {
        return new JsonPath(text + "[" + index + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}
