package seedbed.content;

/**
 * A text of the authors.
 *
 * @param source path of the text, {@code a/b.txt}
 * @param output path of its page in the webroot, {@code a/b.html}
 * @param text CommonMark; decoded strictly from UTF-8, without a byte order mark
 */
public record Page(String source, String output, String text) {}
