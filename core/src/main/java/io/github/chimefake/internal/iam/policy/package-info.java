/** Policies as values, read from JSON and checked for probable mistakes. */
@NullMarked
package io.github.chimefake.internal.iam.policy;

import org.jspecify.annotations.NullMarked;
