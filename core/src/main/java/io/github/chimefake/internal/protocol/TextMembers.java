package io.github.chimefake.internal.protocol;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/** Reads members from text in the path, in the query or in a header. */
final class TextMembers {
    private TextMembers() {}

    /**
     * Reads a member from its values, of which there is at least one.
     *
     * @throws ServiceErrorException if there is more than one value, or a value is not of the member's type
     */
    static Object read(SdkField<?> field, List<String> values) {
        MemberPath path = MemberPath.of(field.memberName());
        if (field.marshallingType() == MarshallingType.LIST) {
            SdkField<?> item = field.getTrait(ListTrait.class).memberFieldInfo();
            return IntStream.range(0, values.size())
                    .mapToObj(i -> read(item, values.get(i), path.item(i)))
                    .toList();
        }
        if (values.size() > 1) {
            String rule = "Member must be given once as " + field.locationName();
            throw BadRequests.brokenConstraint(path, values, rule).asException();
        }
        return read(field, values.get(0), path);
    }

    private static Object read(SdkField<?> field, String text, MemberPath path) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.STRING) {
            return text;
        } else if (type == MarshallingType.INTEGER) {
            return parse(text, path, "a whole number of at most 32 bits", digits -> Integer.valueOf(ascii(digits)));
        } else if (type == MarshallingType.LONG) {
            return parse(text, path, "a whole number of at most 64 bits", digits -> Long.valueOf(ascii(digits)));
        } else if (type == MarshallingType.BOOLEAN) {
            return parse(text, path, "true or false", TextMembers::bool);
        } else if (type == MarshallingType.INSTANT && field.location() == MarshallLocation.HEADER) {
            // No member has a format in the model; the default of the protocol is RFC 822 in headers and ISO 8601 in
            // queries.
            String expected = "a timestamp such as Fri, 02 Jan 2026 03:04:05 GMT";
            return parse(text, path, expected, rfc822 -> RFC_1123_DATE_TIME.parse(rfc822, Instant::from));
        } else if (type == MarshallingType.INSTANT) {
            return parse(text, path, "a timestamp such as 2026-01-02T03:04:05.678Z", Instant::parse);
        }
        throw new IllegalStateException(path + " has a type that no text was known to have: " + type);
    }

    private static Object parse(String text, MemberPath path, String expected, Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw BadRequests.brokenConstraint(path, text, "Member must be " + expected)
                    .asException();
        }
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Neither true nor false: " + text);
        };
    }

    /**
     * Returns the digits, or throws an exception for a plus sign and digits of other scripts, which the JDK's parsers
     * accept.
     */
    private static String ascii(String digits) {
        if (digits.chars().allMatch(digit -> digit == '-' || (digit >= '0' && digit <= '9'))) {
            return digits;
        }
        throw new NumberFormatException("Not in ASCII digits: " + digits);
    }
}
