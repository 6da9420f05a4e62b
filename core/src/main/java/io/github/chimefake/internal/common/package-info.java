/**
 * Shared parts of both services: pages of lists, ids generated from a seed, client request tokens, quotas. Does not
 * depend on either service.
 */
@NullMarked
package io.github.chimefake.internal.common;

import org.jspecify.annotations.NullMarked;
