/**
 * The constraints that AWS documents outside the service models, one row each: a table of {@code docs/constraints.md} is
 * written from each class of rows. Handlers take the error of a request that breaks one from its row.
 */
@NullMarked
package io.github.chimefake.internal.constraints;

import org.jspecify.annotations.NullMarked;
