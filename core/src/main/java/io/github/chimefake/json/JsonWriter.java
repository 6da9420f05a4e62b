package io.github.chimefake.json;

import java.util.Map;

/** Writes JSON, compact or indented. All that is not ASCII stays as it is, save for what UTF-8 cannot hold. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private final boolean indented;
    private int depth;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    static String write(JsonValue value) {
        return write(value, new JsonWriter(false));
    }

    static String writeIndented(JsonValue value) {
        return write(value, new JsonWriter(true));
    }

    private static String write(JsonValue value, JsonWriter writer) {
        writer.append(value);
        return writer.out.toString();
    }

    private void append(JsonValue value) {
        if (value instanceof JsonObject object) {
            append(object);
        } else if (value instanceof JsonArray array) {
            append(array);
        } else if (value instanceof JsonString string) {
            append(string.value());
        } else if (value instanceof JsonNumber number) {
            // Not toPlainString(), which would write out a billion zeros for 1E+1000000000.
            out.append(number.value());
        } else if (value instanceof JsonBoolean bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private void append(JsonObject object) {
        out.append('{');
        depth++;
        String separator = "";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(separator);
            breakLine();
            append(member.getKey());
            out.append(indented ? ": " : ":");
            append(member.getValue());
            separator = ",";
        }
        depth--;
        end('}', object.members().isEmpty());
    }

    private void append(JsonArray array) {
        out.append('[');
        depth++;
        String separator = "";
        for (JsonValue item : array.items()) {
            out.append(separator);
            breakLine();
            append(item);
            separator = ",";
        }
        depth--;
        end(']', array.items().isEmpty());
    }

    private void breakLine() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void end(char bracket, boolean empty) {
        if (!empty) {
            breakLine();
        }
        out.append(bracket);
    }

    private void append(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            text.codePoints().forEach(this::appendCharacter);
        }
        out.append('"');
    }

    /** Whether nothing in the text is to be escaped, as in nearly all. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character == '"' || character == '\\' || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private void appendCharacter(int codePoint) {
        switch (codePoint) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                // A surrogate that codePoints() gives has no other half, so that UTF-8 cannot hold it.
                if (codePoint < ' ' || Character.getType(codePoint) == Character.SURROGATE) {
                    out.append(String.format("\\u%04x", codePoint));
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }
}
