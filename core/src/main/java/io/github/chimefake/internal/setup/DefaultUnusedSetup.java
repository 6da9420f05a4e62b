package io.github.chimefake.internal.setup;

import io.github.chimefake.UnusedSetup;
import io.github.chimefake.internal.filter.RegisteredSetup;
import io.github.chimefake.internal.filter.Sentence;
import io.github.chimefake.internal.filter.Setup;
import io.github.chimefake.internal.text.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * A set-up that was not used.
 *
 * @param identity equal for the same set-up: for a declaration its text, because each fake may carry it out anew
 */
record DefaultUnusedSetup(Object identity, Reason reason, String source, String description, String explanation)
        implements UnusedSetup {
    static DefaultUnusedSetup unfinished(Sentence sentence) {
        return of(
                sentence, Reason.UNFINISHED, sentence.toString(), "is unfinished: finish it with " + sentence.verbs());
    }

    static DefaultUnusedSetup neverApplied(RegisteredSetup setup, int others, String why) {
        String description = setup + (others == 0 ? "" : " and " + others + " more");
        return of(setup, Reason.NEVER_APPLIED, description, "never applied" + why);
    }

    static DefaultUnusedSetup notEnded(RegisteredSetup setup) {
        String noun = setup.definitions().get(0).subject().orElse("call");
        String progress = setup.applied() < setup.expectedCalls()
                ? setup.applied() + " of " + setup.expectedCalls() + " " + noun + "s"
                : setup.attempts() + " of " + setup.expectedAttempts() + " attempts of a call";
        return of(setup, Reason.NOT_ENDED, setup.toString(), "did not end: it applied to " + progress);
    }

    private static DefaultUnusedSetup of(Setup setup, Reason reason, String description, String explanation) {
        Object identity = setup.declaration().isPresent() ? setup.source() + " " + description : setup;
        return new DefaultUnusedSetup(identity, reason, setup.source(), description, explanation);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DefaultUnusedSetup that && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return identity.hashCode();
    }

    @Override
    public String toString() {
        return OneLine.of(source) + "  " + OneLine.of(description + " " + explanation);
    }
}
