package io.github.chimefake.distribution;

import java.util.List;

/**
 * The license under which a component ships.
 *
 * @param component the component
 * @param license the license that counts
 * @param offered the licenses among which it was chosen
 * @param texts the decisions about files in its jar that name the GPL family
 * @param inside what its jar contains of others
 */
record Verdict(
        Component component,
        String license,
        List<String> offered,
        List<Decisions.Decision> texts,
        List<Decisions.Decision> inside) {
    Verdict {
        offered = List.copyOf(offered);
        texts = List.copyOf(texts);
        inside = List.copyOf(inside);
    }
}
