/** The words everything else is said in: operations, errors, ARNs, the two identities, and one call as it was received. */
@NullMarked
package io.github.chimefake.internal.call;

import org.jspecify.annotations.NullMarked;
