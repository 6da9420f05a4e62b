/**
 * IAM policies, pure: read strictly, evaluated by IAM's rules, explained. Knows nothing of HTTP, of an SDK, or of Chime.
 *
 * <p>Strictly, because an engine that skips what it does not know fails open: a condition that is overlooked allows what
 * the policy's author did not allow.
 */
@NullMarked
package io.github.chimefake.internal.iam;

import org.jspecify.annotations.NullMarked;
