/** The demonstration: replays the conversation of a transcript against the fake, with the real SDK client. */
@NullMarked
package io.github.chimefake.examples.replay;

import org.jspecify.annotations.NullMarked;
