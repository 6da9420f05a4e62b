/** The table of the failures that operations can meet in production. */
@NullMarked
package io.github.chimefake.internal.failures;

import org.jspecify.annotations.NullMarked;
