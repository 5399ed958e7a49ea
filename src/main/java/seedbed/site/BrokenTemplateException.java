package seedbed.site;

import java.io.IOException;
import seedbed.content.Problem;

/** A template of the operator's does not work. */
final class BrokenTemplateException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BrokenTemplateException(Problem problem, Exception cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
