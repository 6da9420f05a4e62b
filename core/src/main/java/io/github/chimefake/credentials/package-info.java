/** Credentials of callers: expiry, revocation, rotation. */
@NullMarked
package io.github.chimefake.credentials;

import org.jspecify.annotations.NullMarked;
