package io.github.chimefake.internal.control.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.RegistrationRoutes.Verb;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Waiting;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.InvalidFieldException;
import io.github.chimefake.internal.control.schema.JsonPath;
import io.github.chimefake.internal.control.schema.Schema;
import io.github.chimefake.internal.control.schema.SchemaErrors;
import io.github.chimefake.internal.control.schema.SchemaErrors.FieldError;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.util.List;

/**
 * Registers sentences in JSON as the routes do, without HTTP.
 *
 * @param schema checks a sentence
 * @param verb registers it
 * @param fake the fake
 */
public record Sentences(Schema schema, Verb verb, ControlledFake fake) {
    public Sentences(Schema schema, Verb verb, ChimeMessagingServer chime) {
        this(schema, verb, new ControlledFake(chime, new Waiting(Runnable::run)));
    }

    /** Returns what was registered; apostrophes stand for quotation marks. */
    public Registration register(String json) {
        JsonObject object = object(json);
        assertThat(errors(object)).as(json).isEmpty();
        return verb.register(new Fields(object, JsonPath.ROOT), fake);
    }

    /** Returns the first field that is not valid, and what is wrong with it. */
    public FieldError error(String json) {
        JsonObject object = object(json);
        List<FieldError> errors = errors(object);
        if (!errors.isEmpty()) {
            return errors.get(0);
        }
        InvalidFieldException[] thrown = new InvalidFieldException[1];
        assertThatExceptionOfType(InvalidFieldException.class)
                .as(json)
                .isThrownBy(() -> verb.register(new Fields(object, JsonPath.ROOT), fake))
                .satisfies(invalid -> thrown[0] = invalid);
        return thrown[0].error();
    }

    private List<FieldError> errors(JsonObject object) {
        SchemaErrors errors = new SchemaErrors();
        schema.check(object, JsonPath.ROOT, errors);
        return errors.list();
    }

    /** Returns the object; apostrophes stand for quotation marks. */
    public static JsonObject object(String json) {
        try {
            return (JsonObject) Json.parse(json.replace('\'', '"'));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
