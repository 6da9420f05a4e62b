package io.github.chimefake;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The two services of Amazon Chime SDK whose operations the fake serves.
 *
 * @since 0.1
 */
public enum ChimeService {
    /** Amazon Chime SDK messaging: channels, memberships, messages. */
    MESSAGING,
    /** Amazon Chime SDK identity: app instances, users, bots. */
    IDENTITY;

    /** Whether the module is present. Determined once, when it is first needed. */
    private static final class IdentityModule {
        private static final boolean PRESENT = isPresent();

        private static boolean isPresent() {
            try {
                Class<?> unused = Operation.LIST_APP_INSTANCES.requestType();
                return true;
            } catch (NoClassDefFoundError missing) {
                return false;
            }
        }
    }

    /** Returns the operations of the service, in alphabetical order. */
    public Set<Operation> operations() {
        Predicate<Operation> ofThis = operation -> operation.service() == this;
        return Collections.unmodifiableSet(Arrays.stream(Operation.values())
                .filter(ofThis)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class))));
    }

    /** Returns whether the AWS SDK's module for the service is on the class path; the one of messaging always is. */
    public boolean isAvailable() {
        return this == MESSAGING || IdentityModule.PRESENT;
    }
}
