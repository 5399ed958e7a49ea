package seedbed.launch;

/** The command cannot begin. The message is one line that says what stands in the way and what was expected. */
final class StartFailure extends RuntimeException {

    StartFailure(String message) {
        super(message);
    }
}
