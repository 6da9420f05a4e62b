/** AWS Signature Version 4: reads the signature of a request and verifies it. */
@NullMarked
package io.github.chimefake.internal.access.signature;

import org.jspecify.annotations.NullMarked;
