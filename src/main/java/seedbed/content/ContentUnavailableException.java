package seedbed.content;

import java.io.IOException;

/** There is no tree to read; the message tells the operator what was looked for and where. */
public final class ContentUnavailableException extends IOException {

    private static final long serialVersionUID = 1;

    ContentUnavailableException(String message) {
        super(message);
    }

    ContentUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
