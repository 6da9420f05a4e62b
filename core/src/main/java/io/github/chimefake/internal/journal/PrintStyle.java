package io.github.chimefake.internal.journal;

import io.github.chimefake.internal.http.PrintedTarget;
import io.github.chimefake.internal.text.OneLine;
import io.github.chimefake.internal.text.Shortened;
import io.github.chimefake.journal.ErrorResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the calls of one printout are written.
 *
 * @param names the names in place of ARNs
 * @param printsTexts whether contents of messages, names of resources, and queries of unknown requests are printed
 */
record PrintStyle(ArnNames names, boolean printsTexts) {
    /** An id has at most 128 characters, and an ARN at most 1,600; a client may send longer ones. */
    private static final int LONGEST_ID = 130;

    private static final int LONGEST_ARN = 1_600;

    private static final Pattern REJECTED_VALUE = Pattern.compile("Value ('.*') at '", Pattern.DOTALL);

    /** Returns the id at the end of an ARN. */
    String id(String arn) {
        return Shortened.of(OneLine.of(names.id(Shortened.of(arn, LONGEST_ARN))), LONGEST_ID);
    }

    /** Returns the type and message of an error. */
    String error(ErrorResponse response) {
        return response.error().errorType() + ": " + OneLine.of(withoutTexts(response.message(), response));
    }

    /**
     * Returns why a call failed, and what that rests on.
     *
     * @param target the path and query of the call as sent
     */
    String reason(ErrorResponse response, String target) {
        String explanation = withoutTexts(response.explanation(), response);
        return names.in(OneLine.of(printsTexts ? explanation : PrintedTarget.withoutQuery(explanation, target))) + " ["
                + response.provenance() + "]";
    }

    /** Returns the path and query of a request without the values of credentials. */
    String target(String target) {
        String printed = PrintedTarget.of(target);
        return OneLine.of(printsTexts ? printed : PrintedTarget.withoutQuery(printed, target));
    }

    /** Returns the text of an error without the value that broke a constraint, which may be the content of a message. */
    private String withoutTexts(String text, ErrorResponse response) {
        if (printsTexts) {
            return text;
        }
        Matcher rejected = REJECTED_VALUE.matcher(response.message());
        return rejected.find() ? text.replace(rejected.group(1), "(not printed)") : text;
    }
}
