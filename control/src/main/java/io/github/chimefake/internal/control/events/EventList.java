package io.github.chimefake.internal.control.events;

import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** A page of a log of events. */
final class EventList {
    /** The member with the events. */
    static final String NOUN = "events";

    private EventList() {}

    /**
     * Returns the schema.
     *
     * @param place the member of an event after which the next page begins
     */
    static ObjectSchema schema(String description, String order, NamedSchema event, String place) {
        return Schema.object(description)
                .required(NOUN, Schema.array(order, event))
                .required(
                        "more",
                        Schema.bool(
                                "Whether there are further events; pass the " + place + " of the last one as after."))
                .required(
                        "evictedEvents",
                        Schema.integer("How many events were dropped because the log was full.", 0, Long.MAX_VALUE));
    }

    /** Returns the first of the events. */
    static <T> Reply reply(List<T> events, int limit, Function<T, JsonObject> json, long evicted) {
        return Reply.ok(new JsonBuilder()
                .items(NOUN, events.stream().limit(limit).map(json).toList())
                .flag("more", events.size() > limit)
                .number("evictedEvents", evicted));
    }
}
