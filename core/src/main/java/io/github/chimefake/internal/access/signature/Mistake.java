package io.github.chimefake.internal.access.signature;

/**
 * A mistake in signing, or a change of a request after signing.
 *
 * @param explanation what was probably done, and what to do instead
 * @param signed what was signed if that is so
 */
record Mistake(String explanation, CanonicalRequest signed) {}
