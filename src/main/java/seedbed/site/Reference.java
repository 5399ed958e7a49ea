package seedbed.site;

/**
 * A link or an image in a text.
 *
 * @param destination as the author wrote it
 * @param line of the text, from 1
 * @param column of the line, from 1
 */
record Reference(boolean image, String destination, int line, int column) {}
