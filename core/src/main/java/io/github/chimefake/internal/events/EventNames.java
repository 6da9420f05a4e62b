package io.github.chimefake.internal.events;

import io.github.chimefake.internal.arn.Arn;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes ARNs of users, bots and channels as their ids. */
final class EventNames {
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:chime:[a-z0-9-]+:\\d+:app-instance/[\\w.:@/-]*[\\w@-]");
    private static final Pattern LAMBDA =
            Pattern.compile("arn:[a-z-]+:lambda:[a-z0-9-]+:\\d+:function:([\\w-]+(?::[\\w$-]+)?)");

    private EventNames() {}

    /** Returns the text with ids in place of the ARNs. */
    static String in(String text) {
        String named = ARN.matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement(Arn.of(arn.group()).id()));
        return LAMBDA.matcher(named).replaceAll("$1");
    }
}
