/** What the service does after it has responded: a queue for each channel, and what became of it. */
@NullMarked
package io.github.chimefake.internal.background;

import org.jspecify.annotations.NullMarked;
