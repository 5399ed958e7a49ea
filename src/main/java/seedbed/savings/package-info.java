/** What the campus got through the mirror, and what that cost of its outside link, as far as announces tell. */
@NullMarked
package seedbed.savings;

import org.jspecify.annotations.NullMarked;
