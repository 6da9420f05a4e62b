/** What the published jars bring onto a class path: licenses, notices and sizes. Not published. */
@NullMarked
package io.github.chimefake.distribution;

import org.jspecify.annotations.NullMarked;
