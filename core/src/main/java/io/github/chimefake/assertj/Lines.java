package io.github.chimefake.assertj;

import java.util.List;
import java.util.stream.Collectors;

/** Lists what a failed assertion found, one to a line. */
final class Lines {
    private Lines() {}

    static String of(List<?> found) {
        return found.stream().map(Object::toString).collect(Collectors.joining(System.lineSeparator()));
    }
}
