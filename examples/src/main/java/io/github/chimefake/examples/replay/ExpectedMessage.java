package io.github.chimefake.examples.replay;

import java.util.Optional;

/**
 * A message that must be stored.
 *
 * @param label what the transcript calls it, if it speaks of it again
 */
record ExpectedMessage(String author, Optional<String> label, String text, boolean edited, boolean redacted) {
    ExpectedMessage edit(String newText) {
        return new ExpectedMessage(author, label, newText, true, redacted);
    }

    ExpectedMessage redact() {
        return new ExpectedMessage(author, label, "", edited, true);
    }
}
