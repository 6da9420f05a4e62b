/**
 * IAM policies: strict parsing, evaluation by IAM's rules, and explanations. Independent of HTTP, of SDKs and of Amazon Chime.
 *
 * <p>Parsing is strict because an ignored condition would allow requests that the author of the policy did not allow.
 */
@NullMarked
package io.github.chimefake.internal.iam;

import org.jspecify.annotations.NullMarked;
