package io.github.chimefake.internal.control.calls;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Registration;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.ProblemException;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.JsonBuilder;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.filter.FilteredRegistration;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.text.Shortened;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The routes of one kind of registrations, which all have the same: registering, listing, showing and removing one, removing all.
 *
 * @param noun the words for one of them
 * @param schema what may be registered
 * @param ids the ids
 * @param verb registers
 * @param clear removes all
 * @param fake the fake
 * @param details what this kind has besides
 */
public record RegistrationRoutes(
        Noun noun,
        NamedSchema schema,
        SetupIds<FilteredRegistration> ids,
        Verb verb,
        Runnable clear,
        ControlledFake fake,
        Details details) {
    private static final int SOURCE_LENGTH = 200;

    /** Routes of a kind without details. */
    public RegistrationRoutes(
            Noun noun,
            NamedSchema schema,
            SetupIds<FilteredRegistration> ids,
            Verb verb,
            Runnable clear,
            ControlledFake fake) {
        this(noun, schema, ids, verb, clear, fake, new Details() {});
    }

    /** What one kind of registrations has besides. */
    public interface Details {
        /** Describes further members. */
        default ObjectSchema describe(ObjectSchema shown) {
            return shown;
        }

        /** Writes them. */
        default void show(FilteredRegistration registration, JsonBuilder json) {}

        /** Removes a registration. */
        default void close(FilteredRegistration registration) {
            registration.close();
        }
    }

    /**
     * The words for a kind of registrations.
     *
     * @param path the path, for example {@code connect-faults}
     * @param list the member of the response that lists them, for example {@code faults}
     * @param one one of them, for example {@code connect fault}
     * @param operations the ends of the names of operations, for example {@code ConnectFaults}
     * @param clears what the route that removes all of them removes
     * @param subjects what one applies to
     */
    public record Noun(String path, String list, String one, String operations, String clears, String subjects) {
        /** The words for a kind of registrations that apply to calls. */
        public Noun(String path, String one, String operations, String clears) {
            this(path, path, one, operations, clears, "calls");
        }

        private String url() {
            return "/v1/" + path;
        }

        private String article() {
            return one.startsWith("e") ? "an" : "a";
        }

        private String operation() {
            return one.substring(0, 1).toUpperCase(Locale.ROOT)
                    + one.substring(1).replace(" r", "R").replace(" l", "L").replace(" f", "F");
        }
    }

    /** Registers what a body says that its schema has accepted. */
    @FunctionalInterface
    public interface Verb {
        /** Returns what was registered. */
        Registration register(Fields fields, ControlledFake fake);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        NamedSchema shown = shown();
        return List.of(
                Route.post(noun.url(), "add" + noun.operation(), "Registers " + noun.article() + " " + noun.one())
                        .body(schema)
                        .responds(201, "The " + noun.one() + " with its id.", shown)
                        .handle(this::add),
                Route.get(noun.url(), "list" + noun.operations(), "Returns every " + noun.one() + " that is registered")
                        .responds(
                                200,
                                "In the order of registration; those that Java or the baseline has registered included.",
                                Schema.object("What is registered.")
                                        .required(noun.list(), Schema.array("In the order of registration.", shown)))
                        .handle(this::list),
                Route.get(noun.url() + "/{id}", "get" + noun.operation(), "Returns one " + noun.one())
                        .path("id", "The id of the " + noun.one() + ".")
                        .responds(200, "The " + noun.one() + ".", shown)
                        .handle(request -> Reply.ok(show(require(request)))),
                Route.delete(
                                noun.url() + "/{id}",
                                "remove" + noun.operation(),
                                "Removes " + noun.article() + " " + noun.one())
                        .path("id", "The id of the " + noun.one() + ".")
                        .responds(200, "The " + noun.one() + " as it was at the end.", shown)
                        .handle(this::remove),
                Route.delete(noun.url(), "clear" + noun.operations(), noun.clears())
                        .description("Those of the baseline included; the next reset restores them.")
                        .respondsNothing("They are removed.")
                        .handle(request -> {
                            clear.run();
                            return Reply.noContent();
                        }));
    }

    private NamedSchema shown() {
        return Schema.named(
                "Registered" + noun.operation(),
                details.describe(Schema.object(capitalized(noun.article()) + " " + noun.one() + " that is registered.")
                        .required("id", Schema.string("Its id."))
                        .required(
                                "description",
                                Schema.string("What it is, as the journal prints it.")
                                        .length(0, Integer.MAX_VALUE))
                        .required(
                                "timesApplied",
                                Schema.integer(
                                        "How many " + noun.subjects() + " it applied to"
                                                + (noun.subjects().equals("calls")
                                                        ? "; a call and its retries count once."
                                                        : "."),
                                        0,
                                        Integer.MAX_VALUE))
                        .required(
                                "lasts",
                                Schema.bool("Whether it can still apply to " + noun.subjects()
                                        + "; false when its number of " + noun.subjects() + " is used up."))
                        .optional("given", schema)));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private Reply add(Request request) {
        Fields fields = request.body();
        AtomicReference<Registration> registered = new AtomicReference<>();
        ChimeMessagingServer chime = fake.chime();
        TestIsolation.of(chime).declare(source(fields), () -> registered.set(verb.register(fields, fake)));
        FilteredRegistration registration = (FilteredRegistration) Objects.requireNonNull(registered.get());
        ids.given(registration, fields.object());
        return Reply.created(noun.url() + "/" + ids.id(registration), show(registration));
    }

    /** Returns how reports about set-up without effect name it. */
    private String source(Fields fields) {
        return Shortened.of("POST " + noun.url() + " " + fields.object(), SOURCE_LENGTH);
    }

    private Reply list(Request request) {
        return Reply.ok(new JsonBuilder()
                .items(noun.list(), ids.list().stream().map(this::show).toList()));
    }

    private Reply remove(Request request) {
        FilteredRegistration registration = require(request);
        details.close(registration);
        return Reply.ok(show(registration));
    }

    /**
     * Returns what the path names.
     *
     * @throws ProblemException with status 404 if it is not registered
     */
    public FilteredRegistration require(Request request) {
        String id = request.path("id");
        return ids.find(id)
                .orElseThrow(() -> ProblemException.notFound("No " + noun.one() + " with the id \"" + id
                        + "\" is registered. It may have been removed, by a reset as well. GET " + noun.url()
                        + " lists those that are registered"));
    }

    /** Returns a registration as JSON. */
    public JsonObject show(FilteredRegistration registration) {
        JsonBuilder json = new JsonBuilder()
                .text("id", ids.id(registration))
                .text("description", registration.toString())
                .number("timesApplied", registration.timesApplied())
                .flag("lasts", registration.lasts());
        details.show(registration, json);
        ids.given(registration).ifPresent(given -> json.put("given", given));
        return json.toJson();
    }
}
