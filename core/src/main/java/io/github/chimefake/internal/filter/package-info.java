/** Which calls a rule, a fault, a rate limit or an assertion selects, and which of them it applies to. */
@NullMarked
package io.github.chimefake.internal.filter;

import org.jspecify.annotations.NullMarked;
