/** IAM policies of callers: the actions and resources that a call is checked for, and the decision. */
@NullMarked
package io.github.chimefake.internal.access.policies;

import org.jspecify.annotations.NullMarked;
