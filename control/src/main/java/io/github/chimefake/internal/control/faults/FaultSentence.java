package io.github.chimefake.internal.control.faults;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultEffects;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.internal.control.calls.AwsNames;
import io.github.chimefake.internal.control.calls.CallSchedule;
import io.github.chimefake.internal.control.calls.CallWords;
import io.github.chimefake.internal.control.calls.Names;
import io.github.chimefake.internal.control.calls.SelectedCalls;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.schema.ArraySchema;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.NamedSchema;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A fault as data: which calls, when, and what happens, in the words of {@link FaultSelection}. */
final class FaultSentence {
    private static final ArraySchema ERRORS =
            Schema.array("Errors, in order.", AwsNames.ERROR).size(1, 1000);

    private static final ArraySchema EFFECTS =
            Schema.array("Effects, in order.", EffectTable.SCHEMA).size(1, 1000);

    /** What a fault may be. */
    static final NamedSchema SCHEMA = Schema.named(
            "Fault",
            CallWords.schedule(CallWords.selection("A fault: which calls, when, and what happens."))
                    .optional(
                            "forMember",
                            Schema.string(
                                            "A user in batches: only this member fails, with an effect of type error. Its id or"
                                                    + " ARN.")
                                    .length(1, 1600))
                    .optional("after", FaultOccasion.AFTER)
                    .optional("during", FaultOccasion.DURING)
                    .optional(
                            "withProbability",
                            Schema.number(
                                    "Each call with this probability, by the seed of the fake; more than 0.", 0, 1))
                    .optional("attempts", CallWords.number("Only the first attempts of each call: how many."))
                    .optional("effect", EffectTable.SCHEMA)
                    .optional("eachCall", EFFECTS)
                    .optional("eachAttempt", EFFECTS)
                    .optional("failEachCall", ERRORS)
                    .optional("failEachAttempt", ERRORS)
                    .exactlyOneOf("effect", "eachCall", "eachAttempt", "failEachCall", "failEachAttempt"));

    private final Fields fields;
    private final Names names;
    private final SelectedCalls calls;

    private FaultSentence(Fields fields, Names names) {
        this.fields = fields;
        this.names = names;
        this.calls = SelectedCalls.read(fields, names);
    }

    /** Registers the fault of a body that {@link #SCHEMA} has accepted. Reads all of it before, so that an error changes nothing. */
    static Registration register(Fields fields, ControlledFake fake) {
        return new FaultSentence(fields, new Names(fake)).register(fake);
    }

    private Registration register(ControlledFake fake) {
        Optional<CallSchedule> schedule = CallSchedule.read(fields);
        FaultOccasion occasion = FaultOccasion.read(fields);
        if (fields.findNumber("withProbability").filter(number -> number == 0).isPresent()) {
            throw fields.invalid("withProbability", "0 was received; expected more than 0, at most 1");
        }
        if (fields.has("forMember")) {
            return registerForMember(fake, selection -> steps(selection, schedule, occasion));
        }
        List<FaultEffect> effects = effects();
        FaultSelection selection = steps(calls.select(fake.chime().faults(), new FaultSteps()), schedule, occasion);
        return finish(selection, effects);
    }

    /** The steps after the selection of calls. */
    @FunctionalInterface
    private interface Steps {
        FaultSelection of(FaultSelection selection);
    }

    private FaultSelection steps(FaultSelection any, Optional<CallSchedule> schedule, FaultOccasion occasion) {
        FaultSelection scheduled = schedule.map(times -> times.of(any)).orElse(any);
        FaultSelection inTime = occasion.of(scheduled);
        FaultSelection drawn = fields.findNumber("withProbability")
                .map(inTime::withProbability)
                .orElse(inTime);
        return fields.findInteger("attempts").map(drawn::attempts).orElse(drawn);
    }

    private Registration registerForMember(ControlledFake fake, Steps steps) {
        Fields effect = fields.findFields("effect")
                .filter(each -> each.string(EffectTable.TYPE).equals("error"))
                .orElseThrow(() -> fields.invalid(
                        "forMember",
                        "a member of a batch can only fail; expected an effect of the type error, for example"
                                + " {\"type\": \"error\", \"error\": \"ThrottledClientException\"}"));
        ChimeError error = AwsNames.error(effect.string("error"));
        String message = effect.findString("message").orElse(error.defaultMessage());
        ChimeUser member = names.user(fields, "forMember", fields.flag("mayBeMissing", false));
        return fields.check(
                "forMember",
                () -> steps.of(calls.select(fake.chime().faults(), new FaultSteps()))
                        .forMember(member)
                        .fail(error, message));
    }

    private List<FaultEffect> effects() {
        Stream<Fields> objects = fields.has("effect")
                ? Stream.of(fields.fields("effect"))
                : Stream.concat(fields.list("eachCall").stream(), fields.list("eachAttempt").stream());
        Stream<FaultEffect> errors = Stream.concat(
                        fields.strings("failEachCall").stream(), fields.strings("failEachAttempt").stream())
                .map(AwsNames::error)
                .map(FaultEffects::error);
        return Stream.concat(objects.map(effect -> EffectTable.read(effect, calls.operations())), errors)
                .toList();
    }

    private Registration finish(FaultSelection selection, List<FaultEffect> effects) {
        FaultEffect first = effects.get(0);
        FaultEffect[] more = effects.stream().skip(1).toArray(FaultEffect[]::new);
        if (fields.has("effect")) {
            return fields.check("on", () -> selection.inject(first));
        }
        String verb = Stream.of("eachCall", "failEachCall", "eachAttempt", "failEachAttempt")
                .filter(fields::has)
                .findFirst()
                .orElseThrow();
        return fields.check(
                verb,
                () -> verb.endsWith("Call") ? selection.eachCall(first, more) : selection.eachAttempt(first, more));
    }
}
