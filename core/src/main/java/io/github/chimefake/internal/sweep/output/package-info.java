/** What the code writes while a sweep runs it. */
@NullMarked
package io.github.chimefake.internal.sweep.output;

import org.jspecify.annotations.NullMarked;
