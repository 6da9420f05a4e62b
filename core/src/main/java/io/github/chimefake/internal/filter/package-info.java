/** Selection of calls for rules, faults, rate limits and assertions, and their registration. */
@NullMarked
package io.github.chimefake.internal.filter;

import org.jspecify.annotations.NullMarked;
