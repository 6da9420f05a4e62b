/** Rate limits: how many calls a second are let through. Off until a test switches them on. */
@NullMarked
package io.github.chimefake.internal.rates;

import org.jspecify.annotations.NullMarked;
