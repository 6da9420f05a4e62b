/** Requests to the policy simulator and its results, as JSON. */
@NullMarked
package io.github.chimefake.internal.iam.simulator;

import org.jspecify.annotations.NullMarked;
