package seedbed.simulation;

import java.util.List;

/**
 * What a run showed.
 *
 * @param copies bytes that came in over the link per byte of the image, one for each image; the copy that an origin box
 *     fetched before is among them
 * @param seconds how long each student's download took, in ascending order
 * @param unfinished students that never got all of their image
 */
record Outcome(List<Double> copies, List<Integer> seconds, int unfinished) {

    Outcome {
        copies = List.copyOf(copies);
        seconds = seconds.stream().sorted().toList();
    }

    double mostCopies() {
        return copies.stream().mapToDouble(copies -> copies).max().orElse(0);
    }

    double meanSeconds() {
        return seconds.stream().mapToInt(second -> second).average().orElse(0);
    }

    /** So long took the download of all but this part of the students. */
    int secondsOfAllBut(double part) {
        return seconds.get((int) Math.ceil((1 - part) * seconds.size()) - 1);
    }
}
