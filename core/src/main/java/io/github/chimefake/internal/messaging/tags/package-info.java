/** The operations on tags. */
@NullMarked
package io.github.chimefake.internal.messaging.tags;

import org.jspecify.annotations.NullMarked;
