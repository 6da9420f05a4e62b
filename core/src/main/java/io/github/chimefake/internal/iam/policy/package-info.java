/**
 * Policies as values, read from JSON and checked for probable mistakes. They are read strictly, because an engine that skips what it
 * does not know allows what the author of the policy did not allow: it would overlook a condition.
 */
@NullMarked
package io.github.chimefake.internal.iam.policy;

import org.jspecify.annotations.NullMarked;
