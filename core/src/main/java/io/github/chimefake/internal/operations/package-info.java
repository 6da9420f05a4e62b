/** Base types of all operations of both services: commands change the state, queries read it. */
@NullMarked
package io.github.chimefake.internal.operations;

import org.jspecify.annotations.NullMarked;
