/** The mirror among real components: each class starts one program, and the tests let them meet. */
@NullMarked
package seedbed.system;

import org.jspecify.annotations.NullMarked;
