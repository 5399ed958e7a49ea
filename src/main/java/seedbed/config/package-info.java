/** Typed settings: every key, its default, and what a wrong value is told. */
@NullMarked
package seedbed.config;

import org.jspecify.annotations.NullMarked;
