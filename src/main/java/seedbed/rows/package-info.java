/** Many small things without an object for each: rows of numbers in arrays, and how they are found there. */
@NullMarked
package seedbed.rows;

import org.jspecify.annotations.NullMarked;
