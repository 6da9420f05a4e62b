package io.github.chimefake.standalone;

import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One line for people, for example {@code 12:00:01.250 SendChannelMessage user/test user/alice served 201 3 ms}. */
final class PlainRequestLines implements RequestLines {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final boolean colored;
    private final ZoneId zone = ZoneId.systemDefault();

    PlainRequestLines(boolean colored) {
        this.colored = colored;
    }

    @Override
    public String line(RecordedCall call, Duration duration) {
        RequestFacts facts = new RequestFacts(call);
        String status = facts.status().map(String::valueOf).orElse("no response");
        String attempt =
                facts.attempt().number() > 1 ? " (attempt " + facts.attempt().number() + ")" : "";
        return TIME.format(facts.attempt().receivedAt().atZone(zone)) + " " + facts.operation() + attempt + " "
                + facts.caller().orElse("-") + " " + facts.bearer().orElse("-") + " "
                + color(facts) + facts.decision() + " " + status + reset() + " " + duration.toMillis() + " ms";
    }

    @Override
    public String line(SessionFacts facts) {
        return TIME.format(facts.time().atZone(zone)) + " " + SessionFacts.OPERATION + " "
                + facts.caller().orElse("-") + " " + facts.bearer().orElse("-") + " "
                + (colored ? facts.isFailed() ? RED : GREEN : "") + facts.decision()
                + facts.code().map(code -> " " + code).orElse("") + reset();
    }

    private String color(RequestFacts facts) {
        if (!colored) {
            return "";
        }
        int status = facts.status().orElse(SERVER_ERROR);
        if (facts.isDenied() || status >= SERVER_ERROR) {
            return RED;
        }
        return status >= CLIENT_ERROR ? YELLOW : GREEN;
    }

    private String reset() {
        return colored ? "\u001b[0m" : "";
    }

    @Override
    public String dropped(long count) {
        return "(" + count + " lines left out, as they were not read fast enough)";
    }
}
