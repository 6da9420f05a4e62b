/** Rate limits: limits for the number of calls per second. Disabled unless a test enables them. */
@NullMarked
package io.github.chimefake.internal.rates;

import org.jspecify.annotations.NullMarked;
