/**
 * What both services need: pages of lists, ids made from a seed, client request tokens, quotas. Knows nothing of what
 * either is about.
 */
@NullMarked
package io.github.chimefake.internal.common;

import org.jspecify.annotations.NullMarked;
