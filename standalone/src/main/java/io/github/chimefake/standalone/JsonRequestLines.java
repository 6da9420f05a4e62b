package io.github.chimefake.standalone;

import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.json.JsonNumber;
import io.github.chimefake.journal.RecordedCall;
import java.time.Duration;

/** One JSON object for programs. */
final class JsonRequestLines implements RequestLines {
    @Override
    public String line(RecordedCall call, Duration duration) {
        RequestFacts facts = new RequestFacts(call);
        JsonBuilder json = new JsonBuilder()
                .text("event", "request")
                .text("time", facts.attempt().receivedAt().toString())
                .text("operation", facts.operation())
                .text("caller", facts.caller())
                .text("bearer", facts.bearer())
                .text("decision", facts.decision());
        facts.status().ifPresent(status -> json.put("status", JsonNumber.of(status)));
        return json.number("attempt", facts.attempt().number())
                .number("milliseconds", duration.toMillis())
                .toJson()
                .toString();
    }

    @Override
    public String line(SessionFacts facts) {
        JsonBuilder json = new JsonBuilder()
                .text("event", "session")
                .text("time", facts.time().toString())
                .text("operation", SessionFacts.OPERATION)
                .text("caller", facts.caller())
                .text("bearer", facts.bearer())
                .text("decision", facts.decision());
        facts.code().ifPresent(code -> json.put("code", JsonNumber.of(code)));
        return json.toJson().toString();
    }

    @Override
    public String dropped(long count) {
        return new JsonBuilder()
                .text("event", "dropped")
                .number("lines", count)
                .toJson()
                .toString();
    }
}
