package io.github.chimefake.internal.iam.evaluation;

import io.github.chimefake.iam.PolicyKind;
import java.util.Optional;

/**
 * Policies that count as one set: a request must be allowed in each layer that has any.
 *
 * @param kind the kind of the policies
 * @param level the level of the organization, for service control policies whose level is known; else empty
 */
public record PolicyLayer(PolicyKind kind, String level) {

    /** Returns the layer of all policies of this kind whose level is not known. */
    public static PolicyLayer of(PolicyKind kind) {
        return new PolicyLayer(kind, "");
    }

    /**
     * Returns the layer of the service control policies of a level.
     *
     * @throws IllegalArgumentException if the name of the level is blank
     */
    public static PolicyLayer ofServiceControl(String level) {
        if (level.isBlank()) {
            throw new IllegalArgumentException("attachServiceControl(\"" + level
                    + "\", …): expected the name of a level of the organization, for example \"root\"");
        }
        return new PolicyLayer(PolicyKind.SERVICE_CONTROL, level);
    }

    /** Returns the level, if it is known. */
    public Optional<String> knownLevel() {
        return Optional.of(level).filter(name -> !name.isEmpty());
    }

    /** Returns the words that follow a policy's name, for example {@code of level "root"}; empty without a level. */
    String suffix() {
        return level.isEmpty() ? "" : " of level \"" + level + "\"";
    }
}
