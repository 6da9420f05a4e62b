package io.github.chimefake.internal.filter;

import java.util.function.Predicate;

/** A predicate on requests that is data: its {@code toString()} says what it selects, for example {@code Content "hello"}. */
public interface DescribedPredicate<R> extends Predicate<R> {}
