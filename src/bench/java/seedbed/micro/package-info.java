/** What the parts of an announce cost by themselves (JMH). */
@NullMarked
package seedbed.micro;

import org.jspecify.annotations.NullMarked;
