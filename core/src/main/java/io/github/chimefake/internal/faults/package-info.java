/** Faults: which calls fail, when, and how. One fault, one small file. */
@NullMarked
package io.github.chimefake.internal.faults;

import org.jspecify.annotations.NullMarked;
