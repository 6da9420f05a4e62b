/** Conditions of statements, and the context of the request that they are about. */
@NullMarked
package io.github.chimefake.internal.iam.condition;

import org.jspecify.annotations.NullMarked;
