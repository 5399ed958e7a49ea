/** The authors' tree, from a directory or a git commit, and everything that can be wrong with it. */
@NullMarked
package seedbed.content;

import org.jspecify.annotations.NullMarked;
