/** The objects that the control API made, with their ids: kept through resets and snapshots as the fake keeps what they stand for. */
@NullMarked
package io.github.chimefake.internal.control.objects;

import org.jspecify.annotations.NullMarked;
