/** Rate limits: how many calls per second the fake serves. */
@NullMarked
package io.github.chimefake.rates;

import org.jspecify.annotations.NullMarked;
