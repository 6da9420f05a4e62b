package io.github.chimefake.examples.replay;

import java.util.Optional;

/**
 * A message that must be stored.
 *
 * @param label its name in the transcript, if later lines refer to it
 */
record ExpectedMessage(String author, Optional<String> label, String text, boolean edited, boolean redacted) {
    ExpectedMessage edit(String newText) {
        return new ExpectedMessage(author, label, newText, true, redacted);
    }

    ExpectedMessage redact() {
        return new ExpectedMessage(author, label, "", edited, true);
    }
}
