package io.github.chimefake.internal.access.signature;

import java.util.Optional;

/**
 * What the credential of a signature must be scoped to.
 *
 * @param service the signing name
 * @param serviceHint says in an explanation which service has this signing name
 * @param region the region; empty if any will do
 */
public record ExpectedScope(String service, String serviceHint, Optional<String> region) {
    /** STS, which has a global endpoint too, so that clients sign for various regions. */
    public static final ExpectedScope STS =
            new ExpectedScope("sts", "the signing name of STS is \"sts\".", Optional.empty());

    /** Returns the scope of Chime's services in the region. */
    public static ExpectedScope chime(String region) {
        return new ExpectedScope(
                "chime",
                "the signing name of Chime SDK messaging is \"chime\", not its endpoint prefix.",
                Optional.of(region));
    }
}
