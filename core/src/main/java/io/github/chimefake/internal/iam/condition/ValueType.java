package io.github.chimefake.internal.iam.condition;

/** The type of the values that an operator compares. */
enum ValueType {
    TEXT("a text"),
    NUMBER("a number, for example \"10\" or \"0.5\""),
    DATE("a date in ISO 8601, for example \"2026-11-22\" or \"2026-11-22T10:00:00Z\", or the seconds since 1970"),
    BOOL("\"true\" or \"false\""),
    BINARY("base64, for example \"c2VjcmV0\""),
    IP_RANGE("an IP address or a range, for example \"203.0.113.0/24\" or \"2001:db8::/32\""),
    ARN("an ARN, for example \"arn:aws:iam::111122223333:role/*\""),
    ABSENCE("\"true\", for a key that is absent, or \"false\", for one that is present");

    private final String description;

    ValueType(String description) {
        this.description = description;
    }

    /** Returns what a value must be, with an example. */
    String description() {
        return description;
    }
}
