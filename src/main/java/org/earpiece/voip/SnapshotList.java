package org.earpiece.voip;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list that grows and changes on one thread and gives others views that never change. A view
 * costs what changed since the last one, not the list's length: unchanged chunks are shared.
 */
public final class SnapshotList<E> {
  private static final int BITS = 8;
  private static final int CHUNK = 1 << BITS;

  private @Nullable Object[][] chunks = new Object[4][];
  private boolean[] shared = new boolean[4];
  private int size;
  private View<E> latest = new View<>(new Object[0][], 0);
  private boolean changed;

  public int size() {
    return size;
  }

  /** The element now at an index. */
  @SuppressWarnings({"unchecked", "NullAway"}) // Only elements of E are put below the size.
  public E get(int index) {
    Objects.checkIndex(index, size);
    return (E) chunks[index >> BITS][index & (CHUNK - 1)];
  }

  /** Adds an element at the end. */
  public void add(E element) {
    int chunk = size >> BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
      shared = Arrays.copyOf(shared, chunk * 2);
    }
    if (chunks[chunk] == null) {
      chunks[chunk] = new Object[CHUNK];
    }
    // No view reaches beyond its own size, so a shared chunk may be filled up in place.
    chunks[chunk][size & (CHUNK - 1)] = element;
    size++;
    changed = true;
  }

  /** Replaces an element; views given before keep the old one. */
  public void set(int index, E element) {
    int chunk = Objects.checkIndex(index, size) >> BITS;
    if (shared[chunk]) {
      chunks[chunk] = chunks[chunk].clone();
      shared[chunk] = false;
    }
    chunks[chunk][index & (CHUNK - 1)] = element;
    changed = true;
  }

  /** The list as it is now, immutable; the same one while nothing changes. */
  public List<E> view() {
    if (changed) {
      int count = (size + CHUNK - 1) >> BITS;
      Arrays.fill(shared, 0, count, true);
      latest = new View<>(Arrays.copyOf(chunks, count), size);
      changed = false;
    }
    return latest;
  }

  /**
   * Hands over the elements of {@code now} that are not the same object as in {@code before} (or
   * were not there yet), in order. Fast where both are views of one list.
   */
  @SuppressWarnings("ReferenceEquality") // The same object is what says that nothing changed.
  public static <E> void changes(List<E> before, List<E> now, Consumer<E> changed) {
    if (before == now) {
      return;
    }
    int i = 0;
    while (i < now.size()) {
      if ((i & (CHUNK - 1)) == 0
          && before instanceof View<E> a
          && now instanceof View<E> b
          && a.sameChunk(b, i)) {
        i += CHUNK;
        continue;
      }
      E element = now.get(i);
      if (i >= before.size() || before.get(i) != element) {
        changed.accept(element);
      }
      i++;
    }
  }

  private static final class View<E> extends AbstractList<E> implements RandomAccess {
    private final @Nullable Object[][] chunks;
    private final int size;

    View(@Nullable Object[][] chunks, int size) {
      this.chunks = chunks;
      this.size = size;
    }

    /** Whether the whole chunk at {@code index} is the same in both. */
    @SuppressWarnings("ReferenceEquality") // A chunk that changes is copied first.
    boolean sameChunk(View<E> other, int index) {
      return index + CHUNK <= size
          && index + CHUNK <= other.size
          && chunks[index >> BITS] == other.chunks[index >> BITS];
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Only elements of E are put below the size.
    public E get(int index) {
      Objects.checkIndex(index, size);
      return (E) chunks[index >> BITS][index & (CHUNK - 1)];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
