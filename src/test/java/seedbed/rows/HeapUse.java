package seedbed.rows;

import java.lang.ref.Reference;
import java.util.function.Supplier;

/** Bytes of the heap, as the JVM counts them after a collection. */
public final class HeapUse {

    private HeapUse() {}

    /** Of what is made, and of all that only it holds. */
    public static long of(Supplier<?> maker) {
        long before = used();
        Object made = maker.get();
        try {
            return used() - before;
        } finally {
            Reference.reachabilityFence(made);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
