/** What happened, in the SDK's own types: one entry per invocation, its attempts within. */
@NullMarked
package io.github.chimefake.internal.journal;

import org.jspecify.annotations.NullMarked;
