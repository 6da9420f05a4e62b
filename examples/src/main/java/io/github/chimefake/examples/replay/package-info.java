/** The demonstration: a conversation from a transcript, led through the fake with the real SDK client. */
@NullMarked
package io.github.chimefake.examples.replay;

import org.jspecify.annotations.NullMarked;
