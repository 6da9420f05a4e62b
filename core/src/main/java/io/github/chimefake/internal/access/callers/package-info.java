/** The callers of a fake, and the access keys that they sign with. */
@NullMarked
package io.github.chimefake.internal.access.callers;

import org.jspecify.annotations.NullMarked;
