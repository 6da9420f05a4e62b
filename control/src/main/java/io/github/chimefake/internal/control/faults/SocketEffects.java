package io.github.chimefake.internal.control.faults;

import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The last methods of a selection of connects or events, as data: the type of the effect is the name of the method.
 *
 * @param <S> the type of the selection
 * @param forms the rows by their types
 */
record SocketEffects<S>(Map<String, Form<S>> forms) {
    static final String TYPE = "type";

    /** The code with which a connection ends. */
    static final Schema CODE =
            Schema.integer("1000 to 1003, 1007 to 1014, 3000 to 4999, or 1006 for no close frame.", 0, 65_535);

    /**
     * An effect.
     *
     * @param members what its object has besides the type
     * @param verb registers the fault
     */
    record Form<S>(ObjectSchema members, BiFunction<S, Fields, Registration> verb) {}

    static <S> SocketEffects<S> none() {
        return new SocketEffects<>(Map.of());
    }

    /** Adds a row without members. */
    SocketEffects<S> with(String type, String description, Function<S, Registration> verb) {
        return with(type, Schema.object(description), (selection, effect) -> verb.apply(selection));
    }

    /** Adds a row. */
    SocketEffects<S> with(String type, ObjectSchema members, BiFunction<S, Fields, Registration> verb) {
        Map<String, Form<S>> more = new LinkedHashMap<>(forms);
        more.put(type, new Form<>(members, verb));
        return new SocketEffects<>(more);
    }

    /** Returns the schema of an effect. */
    NamedSchema schema(String name, String description) {
        Map<String, ObjectSchema> choices = new LinkedHashMap<>();
        forms.forEach((type, form) -> choices.put(type, form.members()));
        return Schema.named(name, Schema.choice(description, TYPE, choices));
    }

    /** Registers a fault with an effect that the schema has accepted. */
    Registration register(S selection, Fields effect) {
        Form<S> form = forms.get(effect.string(TYPE));
        if (form == null) {
            throw new IllegalStateException("The schema has accepted " + effect.object());
        }
        return form.verb().apply(selection, effect);
    }
}
