/** Channel flows: processors of messages, as Java functions instead of Lambda functions. */
@NullMarked
package io.github.chimefake.flows;

import org.jspecify.annotations.NullMarked;
