package io.github.chimefake.internal.control.schema;

import io.github.chimefake.internal.text.NearestName;
import java.util.Collection;

/** The end of a message about an unknown name. */
final class Suggestion {
    private Suggestion() {}

    /** Returns the valid name that is similar to the received one, as a question; an empty text if there is none. */
    static String of(String received, Collection<String> valid) {
        return NearestName.similarTo(received, valid)
                .map(name -> ". Did you mean " + name + "?")
                .orElse("");
    }
}
