/** The journal as data. */
@NullMarked
package io.github.chimefake.internal.control.journal;

import org.jspecify.annotations.NullMarked;
