package seedbed.simulation;

import java.util.List;

/**
 * A flash crowd: students who all want an image that appeared, at the speeds of campus networks, while an outside swarm
 * has it already. All rates are bytes per second.
 *
 * @param images how large each is, in pieces, and how many students want it
 * @param pieceBytes bytes of a piece
 * @param crowd seconds in which the students come, most of them in the beginning
 * @param outsideSeeds per image; likewise {@code outsideLeechers} that have begun before
 * @param link of the campus to the outside
 * @param box of the origin box
 */
record Scenario(
        List<Image> images,
        int pieceBytes,
        int crowd,
        int outsideSeeds,
        int outsideLeechers,
        double outsideUp,
        double link,
        double box) {

    Scenario {
        images = List.copyOf(images);
    }

    record Image(int pieces, int students) {}

    /** 2 000 students, four images of 0.5 to 2 GiB, 80 peers outside for each image. */
    static Scenario campus(double link) {
        return new Scenario(
                List.of(new Image(256, 1000), new Image(128, 500), new Image(512, 300), new Image(192, 200)),
                4 << 20,
                300,
                60,
                20,
                500e3,
                link,
                125e6);
    }

    /** The same in small: 120 students, two images. */
    static Scenario dormitory() {
        return new Scenario(List.of(new Image(256, 80), new Image(192, 40)), 1 << 20, 60, 30, 10, 500e3, 125e6, 125e6);
    }

    int students() {
        return images.stream().mapToInt(Image::students).sum();
    }
}
