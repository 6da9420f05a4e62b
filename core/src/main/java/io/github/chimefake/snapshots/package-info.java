/** Snapshots: the state of a fake at one moment. */
@NullMarked
package io.github.chimefake.snapshots;

import org.jspecify.annotations.NullMarked;
