/** IAM policies of callers: for which action and on which resources a call is checked, and what comes of it. */
@NullMarked
package io.github.chimefake.internal.access.policies;

import org.jspecify.annotations.NullMarked;
