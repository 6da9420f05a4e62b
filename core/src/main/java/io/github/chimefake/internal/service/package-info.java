/**
 * What both services, messaging and identity, are written with: lists in pages, made-up ids, client request tokens,
 * quotas. Knows nothing of what either of them is about.
 */
@NullMarked
package io.github.chimefake.internal.service;

import org.jspecify.annotations.NullMarked;
