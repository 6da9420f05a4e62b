/** The sweep: runs a test again with each failure that each of its calls can meet, and judges what the code under test makes of it. */
@NullMarked
package io.github.chimefake.sweep;

import org.jspecify.annotations.NullMarked;
