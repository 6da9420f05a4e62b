package io.github.chimefake.standalone;

import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;

/** The form of the line about a request. */
interface RequestLines {
    /**
     * Returns the line, without its end.
     *
     * @param call the call whose last attempt got a response
     * @param duration the time from the request to its response
     */
    String line(RecordedCall call, Duration duration);

    /** Returns the line about a messaging session, without its end. */
    String line(SessionFacts facts);

    /** Returns the line that says that lines were left out. */
    String dropped(long count);

    static RequestLines of(Options.LogFormat format, boolean colored) {
        return format == Options.LogFormat.json ? new JsonRequestLines() : new PlainRequestLines(colored);
    }
}
