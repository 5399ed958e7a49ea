package seedbed.load;

/**
 * Bytes resident of the whole of it: of each program what it has alone and its share of what it has with others.
 *
 * @param tracker the JVM
 * @param live bytes of its heap that hold something, after a full collection
 * @param postgres its server and all its processes
 * @param front lighttpd
 */
record Stack(long tracker, long live, long postgres, long front) {

    Stack withLive(long bytes) {
        return new Stack(tracker, bytes, postgres, front);
    }

    long sum() {
        return tracker + postgres + front;
    }
}
