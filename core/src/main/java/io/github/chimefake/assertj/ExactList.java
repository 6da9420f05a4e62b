package io.github.chimefake.assertj;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that notes when it is read, because an assertion about a list, such as its size, may be one about an exact count. */
final class ExactList<E> extends AbstractList<E> implements RandomAccess {
    private final List<E> elements;
    private final Judging judging;

    ExactList(List<E> elements, Judging judging) {
        this.elements = List.copyOf(elements);
        this.judging = judging;
    }

    @Override
    public E get(int index) {
        judging.exact();
        return elements.get(index);
    }

    @Override
    public int size() {
        judging.exact();
        return elements.size();
    }
}
