/** Quotas: how many resources there may be. */
@NullMarked
package io.github.chimefake.quotas;

import org.jspecify.annotations.NullMarked;
