package io.github.chimefake.internal.control.events;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.events.MessagingEventType;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonNumber;
import java.util.Optional;

/**
 * The parameters that select events, in the words of Java. An empty component selects any.
 *
 * @param after only events with a higher number
 */
public record EventWords(
        long after, Optional<MessagingEventType> type, Optional<ChimeUser> user, Optional<String> channelArn) {
    /** A type of events. */
    public static final NamedSchema TYPE = Schema.named(
            "MessagingEventType",
            Schema.names(
                    "The type of an event, as the header x-amz-chime-event-type names it.", MessagingEventType.class));

    private static final int DEFAULT_LIMIT = 100;

    /** Adds the parameters, without {@code limit}. */
    static Route.Builder parameters(Route.Builder route, String number) {
        String after = "Only events with a higher " + number + ".";
        return route.query("after", Schema.integer(after, 0, Long.MAX_VALUE), after)
                .query("type", TYPE, "Only events of this type.")
                .query("forUser", References.USER, "Only events for this user: its id or ARN.")
                .query("inChannel", References.CHANNEL, "Only events about this channel: its id or ARN.");
    }

    /** Adds the parameter {@code limit}. */
    static Route.Builder limit(Route.Builder route) {
        String most = "How many at most; " + DEFAULT_LIMIT + " without it.";
        return route.query("limit", Schema.integer(most, 1, 1_000), most);
    }

    static int limit(Fields query) {
        return query.findInteger("limit").orElse(DEFAULT_LIMIT);
    }

    /** Reads the parameters. The user and the channel need not exist. */
    static EventWords read(Fields query, ControlledFake fake) {
        Names names = new Names(fake);
        return new EventWords(
                query.has("after") ? ((JsonNumber) query.value("after")).value().longValue() : 0,
                query.findConstant("type", MessagingEventType.class),
                query.findString("forUser").map(user -> names.user(query, "forUser")),
                query.findString("inChannel").map(channel -> names.channel(query, "inChannel")));
    }

    /** Returns whether the parts that both logs have are selected. */
    boolean selects(long number, MessagingEventType ofType, Optional<String> ofChannel) {
        return number > after
                && (type.isEmpty() || type.get() == ofType)
                && (channelArn.isEmpty() || channelArn.equals(ofChannel));
    }
}
