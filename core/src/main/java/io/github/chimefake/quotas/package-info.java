/** Quotas: limits on the number of resources. */
@NullMarked
package io.github.chimefake.quotas;

import org.jspecify.annotations.NullMarked;
