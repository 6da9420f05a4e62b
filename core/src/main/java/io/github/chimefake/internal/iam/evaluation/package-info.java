/** Decides about a request by policies, and explains the decision. */
@NullMarked
package io.github.chimefake.internal.iam.evaluation;

import org.jspecify.annotations.NullMarked;
