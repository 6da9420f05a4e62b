/** A certificate authority for tests over TLS. */
@NullMarked
package io.github.chimefake.tls;

import org.jspecify.annotations.NullMarked;
