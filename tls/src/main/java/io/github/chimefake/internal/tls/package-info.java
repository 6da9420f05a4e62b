/** Certificates for servers on this machine, and a server that ends TLS in front of one that speaks none. */
@NullMarked
package io.github.chimefake.internal.tls;

import org.jspecify.annotations.NullMarked;
