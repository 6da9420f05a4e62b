package io.github.chimefake.internal.sweep.calls;

import java.util.List;

/**
 * Where and when the code under test made a call.
 *
 * @param lines the innermost frames
 * @param moment when it made the call
 */
record CallOrigin(List<String> lines, Moment moment) {
    CallOrigin {
        lines = List.copyOf(lines);
    }
}
