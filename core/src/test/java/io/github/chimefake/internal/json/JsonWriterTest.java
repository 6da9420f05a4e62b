package io.github.chimefake.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonGenerator;

/** Compares the writer that is tuned by hand with the generator that the AWS SDK carries. */
class JsonWriterTest {
    private static final int CASES = 2_000;
    private static final String[] PIECES = {
        "a", " ", "/", "\"", "\\", "\b", "\f", "\n", "\r", "\t", "\0", "\u000e", "\u0011", "\u007f", "\u2028", "é", "世",
        "😀"
    };
    private static final String[] NUMBERS = {"0", "-1", "1.50", "1E+3", "1E-7", "123456789012345678901234567890"};

    private final Random random = new Random(1);

    @Test
    void writesWhatTheGeneratorWrites() throws IOException, MalformedJsonException {
        for (int i = 0; i < CASES; i++) {
            JsonValue value = value(0);

            assertThat(value.toJson()).as("seed 1, case %s", i).isEqualTo(generated(value));
            assertThat(Json.parse(value.toIndentedJson()))
                    .as("seed 1, case %s, indented", i)
                    .isEqualTo(value);
        }
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth < 4 ? 6 : 4)) {
            case 0 -> new JsonString(text());
            case 1 -> new JsonNumber(new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]));
            case 2 -> new JsonBoolean(random.nextBoolean());
            case 3 -> new JsonNull();
            case 4 -> {
                List<JsonValue> items = new ArrayList<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    items.add(value(depth + 1));
                }
                yield new JsonArray(items);
            }
            default -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                for (int count = random.nextInt(4); count > 0; count--) {
                    members.put(text(), value(depth + 1));
                }
                yield new JsonObject(members);
            }
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String generated(JsonValue value) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            generate(value, json);
        }
        // The generator writes the digits of an escape in upper case.
        return out.toString().replace("\\u000E", "\\u000e");
    }

    private static void generate(JsonValue value, JsonGenerator json) throws IOException {
        if (value instanceof JsonObject object) {
            json.writeStartObject();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                json.writeFieldName(member.getKey());
                generate(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof JsonArray array) {
            json.writeStartArray();
            for (JsonValue item : array.items()) {
                generate(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof JsonString string) {
            json.writeString(string.value());
        } else if (value instanceof JsonNumber number) {
            json.writeNumber(number.value());
        } else if (value instanceof JsonBoolean bool) {
            json.writeBoolean(bool.value());
        } else {
            json.writeNull();
        }
    }
}
