/**
 * Authentication and authorization: callers and their access keys, signatures, permission rules, and the policies of
 * callers.
 */
@NullMarked
package io.github.chimefake.internal.access;

import org.jspecify.annotations.NullMarked;
