package io.github.chimefake.internal.control.faults;

import io.github.chimefake.Operation;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.ObjectSchema;
import java.util.List;

/**
 * An effect of a fault as data: one row of {@link EffectTable}.
 *
 * @param type its name, that of the method of {@code FaultEffects}
 * @param members what else an object of this type has
 * @param factory creates the effect
 */
record EffectForm(String type, ObjectSchema members, Factory factory) {
    /** Creates an effect. */
    @FunctionalInterface
    interface Factory {
        /**
         * Returns the effect.
         *
         * @param fields the object
         * @param operations the operations that the fault selects
         */
        FaultEffect create(Fields fields, List<Operation> operations);
    }
}
