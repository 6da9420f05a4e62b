/** Holds the one reference to the state: writes happen one after the other, reads take what is there. */
@NullMarked
package io.github.chimefake.internal.messaging.store;

import org.jspecify.annotations.NullMarked;
