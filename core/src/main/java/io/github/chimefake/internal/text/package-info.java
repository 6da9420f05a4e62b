/** Compares and shortens texts, for messages. */
@NullMarked
package io.github.chimefake.internal.text;

import org.jspecify.annotations.NullMarked;
