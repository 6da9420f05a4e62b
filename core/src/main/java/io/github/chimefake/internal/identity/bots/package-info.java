/** The operations on bots. */
@NullMarked
package io.github.chimefake.internal.identity.bots;

import org.jspecify.annotations.NullMarked;
