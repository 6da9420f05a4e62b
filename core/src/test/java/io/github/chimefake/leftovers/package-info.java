/** What a fake leaves behind in its JVM, counted in JVMs that do nothing else. */
@NullMarked
package io.github.chimefake.leftovers;

import org.jspecify.annotations.NullMarked;
