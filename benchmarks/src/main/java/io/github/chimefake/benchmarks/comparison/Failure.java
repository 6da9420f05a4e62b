package io.github.chimefake.benchmarks.comparison;

import java.util.Locale;
import java.util.regex.Pattern;

/** The failures, each of which is one test in each of the three classes, with the name of the constant in camel case. */
enum Failure {
    MISSING_PERMISSION("the caller's policy lacks the permission"),
    DENIED_FOR_ONE_USER_IN_ONE_CHANNEL("401 for one user in one channel"),
    UNKNOWN_BEARER("the bearer is not registered"),
    ROLE_FORBIDS("the role of the user does not allow the call"),
    EXPIRED_TOKEN("the credentials have expired"),
    THROTTLED_ONCE_THEN_RETRIED("throttled with `Retry-After`; the retry succeeds", Mocked.NOT),
    THIRD_CALL_FAILS("the third call fails"),
    RESPONSE_LOST_AND_RETRIED("the response is lost; the retry is processed once", Mocked.NOT),
    REQUEST_LOST("the request is lost", Mocked.OUTCOME_ONLY),
    CONNECTION_RESET("processed, but the connection is reset", Mocked.OUTCOME_ONLY),
    TRUNCATED_RESPONSE("half of a body", Mocked.OUTCOME_ONLY),
    MALFORMED_RESPONSE("a body that is no JSON", Mocked.OUTCOME_ONLY),
    PAGE_OF_PROXY("502 with the HTML page of a proxy", Mocked.OUTCOME_ONLY),
    SLOW_RESPONSE("a body that is too slow for the time-out", Mocked.OUTCOME_ONLY),
    RESPONSE_AFTER_TIMEOUT("a response after the time-out", Mocked.OUTCOME_ONLY),
    ONE_MEMBER_OF_BATCH_FAILS("one member of a batch fails"),
    DENIED_AFTER_ANOTHER_CALL("denied after another call"),
    EVERY_THIRD_CALL_FAILS("every third call fails"),
    EACH_ATTEMPT_FAILS_DIFFERENTLY("two attempts fail differently, the third succeeds", Mocked.NOT),
    CREDENTIALS_EXPIRE_FROM_THIRD_CALL_ON("the credentials expire with the third call");

    private static final Pattern WORD_START = Pattern.compile("_(.)");

    /** How far a mock of the SDK's client can do the same. */
    enum Mocked {
        FULLY,
        /** It throws what the SDK throws in the end, which the test has to know. */
        OUTCOME_ONLY,
        NOT
    }

    final String description;
    final Mocked mocked;

    Failure(String description) {
        this(description, Mocked.FULLY);
    }

    Failure(String description, Mocked mocked) {
        this.description = description;
        this.mocked = mocked;
    }

    String test() {
        return WORD_START
                .matcher(name().toLowerCase(Locale.ROOT))
                .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }
}
