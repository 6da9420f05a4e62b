/** What policies the calls that were let pass would have needed, and what of the attached ones nobody needed. */
@NullMarked
package io.github.chimefake.internal.leastprivilege;

import org.jspecify.annotations.NullMarked;
