package io.github.chimefake.internal.control.objects;

import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A wait for entries of a log, for the parameters {@code count} and {@code timeout}.
 *
 * @param <T> an entry
 * @param noun the member with the entries, for example {@code events}
 * @param version returns something that differs after each change of the log, so that an unchanged log is not read again
 * @param select returns the entries that are waited for
 * @param json writes an entry
 * @param text returns what is to be shown of the log if they do not come
 */
public record LogWait<T>(
        String noun,
        Supplier<Object> version,
        Supplier<List<T>> select,
        Function<T, JsonValue> json,
        Supplier<String> text) {
    /** The highest number of entries in a response. */
    public static final int MOST = 1_000;

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    /** Adds the parameters that {@link #await} reads. */
    public static Route.Builder parameters(Route.Builder route, String noun) {
        String count = "For how many " + noun + "; 1 without it.";
        return timeout(route.query("count", Schema.integer(count, 1, 1_000_000), count));
    }

    /** Adds the parameter {@code timeout}. */
    public static Route.Builder timeout(Route.Builder route) {
        return route.query(
                "timeout",
                Schema.duration("How long at most, true time; PT5S without it, at most PT10M."),
                "How long at most; PT5S without it.");
    }

    /** Returns the schema of the response. */
    public static ObjectSchema found(String noun, Schema entry) {
        return Schema.object("What a wait has found.")
                .required("satisfied", Schema.bool("Whether as many were found as were waited for."))
                .required(noun, Schema.array("What was found, the oldest first, at most " + MOST + ".", entry))
                .optional(
                        "text",
                        Schema.string("If not satisfied: what happened instead.")
                                .length(0, Integer.MAX_VALUE));
    }

    private static Duration timeout(Fields parameters) {
        Duration timeout = parameters.findDuration("timeout").orElse(DEFAULT_TIMEOUT);
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw parameters.invalid(
                    "timeout", "\"" + timeout + "\" was received; expected at most " + LONGEST_TIMEOUT);
        }
        return timeout;
    }

    /** Waits for a condition, for the parameter {@code timeout}, and responds with whether it is satisfied. */
    public static CompletionStage<Reply> until(
            ControlledFake fake, Fields parameters, BooleanSupplier condition, Function<Boolean, Reply> reply) {
        return fake.waiting()
                .until(
                        () -> {
                            fake.chime(); // Ends the wait if the fake is closed.
                            return condition.getAsBoolean() ? Optional.of(reply.apply(true)) : Optional.empty();
                        },
                        timeout(parameters),
                        () -> reply.apply(false));
    }

    /** Waits as the parameters say. */
    public CompletionStage<Reply> await(ControlledFake fake, Fields parameters) {
        int count = parameters.findInteger("count").orElse(1);
        Duration timeout = timeout(parameters);
        AtomicReference<Object> seen = new AtomicReference<>(this);
        return fake.waiting()
                .until(
                        () -> {
                            fake.chime(); // Ends the wait if the fake is closed.
                            Object now = version.get();
                            return now.equals(seen.getAndSet(now)) ? Optional.empty() : satisfied(count);
                        },
                        timeout,
                        () -> satisfied(count).orElseGet(this::unsatisfied));
    }

    private Optional<Reply> satisfied(int count) {
        List<T> entries = select.get();
        return entries.size() < count ? Optional.empty() : Optional.of(Reply.ok(found(true, entries)));
    }

    private Reply unsatisfied() {
        return Reply.ok(found(false, select.get()).text("text", text.get()));
    }

    private JsonBuilder found(boolean satisfied, List<T> entries) {
        return new JsonBuilder()
                .flag("satisfied", satisfied)
                .items(noun, entries.stream().limit(MOST).map(json).toList());
    }
}
