/** Rate limits: how many calls a second the fake serves. */
@NullMarked
package io.github.chimefake.rates;

import org.jspecify.annotations.NullMarked;
