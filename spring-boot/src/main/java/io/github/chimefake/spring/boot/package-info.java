/** The fake of Amazon Chime SDK messaging in tests of Spring Boot applications. */
@NullMarked
package io.github.chimefake.spring.boot;

import org.jspecify.annotations.NullMarked;
