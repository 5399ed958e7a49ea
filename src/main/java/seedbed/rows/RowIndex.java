package seedbed.rows;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds rows of a table by a hash of what is in them: open addressing with linear probing, four bytes a slot. Several
 * rows may have one hash.
 *
 * <pre>
 *   for (int slot = index.home(hash); index.row(slot) != RowIndex.NONE; slot = index.after(slot))
 *       is index.row(slot) the one?
 * </pre>
 */
public final class RowIndex {

    /** No row. */
    public static final int NONE = -1;

    private static final int SMALLEST = 16;

    private final IntUnaryOperator hashOf;

    // A row and one, or 0 where there is none.
    private int[] slots = new int[SMALLEST];
    private int used;

    /** @param hashOf the hash of a row, as long as it is in the table */
    public RowIndex(IntUnaryOperator hashOf) {
        this.hashOf = hashOf;
    }

    /** The first row with a hash that is the one, or {@link #NONE}. */
    public int find(int hash, IntPredicate isTheOne) {
        int slot = home(hash);
        while (row(slot) != NONE && !isTheOne.test(row(slot))) {
            slot = after(slot);
        }
        return row(slot);
    }

    /** The slot where the search for a hash begins. */
    public int home(int hash) {
        // The upper bits of a product spread as well as a remainder does, for any number of slots.
        return (int) ((Integer.toUnsignedLong(hash) * slots.length) >>> Integer.SIZE);
    }

    /** The slot where a search goes on. */
    public int after(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    /** The row in a slot; {@link #NONE} ends the search. */
    public int row(int slot) {
        return slots[slot] - 1;
    }

    /** Puts a row in that is in the table already. */
    public void add(int row) {
        if (4 * (used + 1) > 3 * slots.length) {
            resize(slots.length + slots.length / 2);
        }
        put(row);
        used++;
    }

    private void put(int row) {
        int slot = home(hashOf.applyAsInt(row));
        while (slots[slot] != 0) {
            slot = after(slot);
        }
        slots[slot] = row + 1;
    }

    /** Takes a row out that is in the table still. */
    public void remove(int row) {
        int hole = slotOf(row);
        // What stands behind the hole, and began its search before it, moves up: or nobody would find it any more.
        for (int slot = after(hole); slots[slot] != 0; slot = after(slot)) {
            int home = home(hashOf.applyAsInt(slots[slot] - 1));
            if (distance(home, slot) >= distance(hole, slot)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = 0;
        used--;
        if (4 * used < slots.length && slots.length > SMALLEST) {
            resize(Math.max(SMALLEST, slots.length / 2));
        }
    }

    /** Says that a row gets another number; it is in the table under the old one still. */
    public void renumber(int row, int number) {
        slots[slotOf(row)] = number + 1;
    }

    private int slotOf(int row) {
        int slot = home(hashOf.applyAsInt(row));
        while (slots[slot] != row + 1) {
            if (slots[slot] == 0) {
                throw new IllegalStateException("row " + row + " is not in the index");
            }
            slot = after(slot);
        }
        return slot;
    }

    private int distance(int from, int to) {
        return to >= from ? to - from : to - from + slots.length;
    }

    private void resize(int length) {
        int[] before = slots;
        slots = new int[length];
        for (int entry : before) {
            if (entry != 0) {
                put(entry - 1);
            }
        }
    }
}
