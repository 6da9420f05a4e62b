package io.github.chimefake.examples.replay;

import java.util.Optional;

/**
 * One line of a transcript.
 *
 * @param number the number of the line, from 1
 * @param text the text of the line
 * @param step the step
 * @param refusedWith the error that the next line expects; empty if it must succeed
 */
record TranscriptLine(int number, String text, Step step, Optional<String> refusedWith) {
    TranscriptLine refusedWith(String errorType) {
        return new TranscriptLine(number, text, step, Optional.of(errorType));
    }

    @Override
    public String toString() {
        return "line " + number + ": " + text;
    }
}
