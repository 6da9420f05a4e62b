package io.github.chimefake.internal.sweep.calls;

import java.util.List;
import java.util.Map;

/**
 * Where and when the code under test made a call.
 *
 * @param lines the innermost frames
 * @param moment when it made the call
 * @param nanos the same moment, since an arbitrary one
 * @param runs the runs in progress at that moment, by the ports of their fakes: which fake it calls is not known yet
 */
record CallOrigin(List<String> lines, Moment moment, long nanos, Map<Integer, CallObserver> runs) {
    CallOrigin {
        lines = List.copyOf(lines);
        runs = Map.copyOf(runs);
    }
}
