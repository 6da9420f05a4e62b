/** What carries out the annotation of the tests: the fake of an application context, and its resets. */
@NullMarked
package io.github.chimefake.spring.boot.internal;

import org.jspecify.annotations.NullMarked;
