/** The engine: which runs there are, and how one is carried out. */
@NullMarked
package io.github.chimefake.internal.sweep;

import org.jspecify.annotations.NullMarked;
